package org.innkeeper.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes fit on a screen or two. */
class ClassSizeTest {
    private static final int MOST = 600;
    private static final int MEDIAN = 80;
    private static final int NINETY_FIVE_PERCENT = 350;

    private record Source(Path path, long lines) {}

    private static List<Source> sources() {
        return ProjectTree.sources().stream()
                .map(path -> new Source(path, ProjectTree.text(path).lines().count()))
                .sorted(Comparator.comparingLong(Source::lines))
                .toList();
    }

    @Test
    void noneIsTooLong() {
        assertThat(sources()).isNotEmpty().allSatisfy(source -> assertThat(source.lines())
                .as(source.path().toString())
                .isLessThanOrEqualTo(MOST));
    }

    @Test
    void mostAreShort() {
        List<Source> sources = sources();
        assertThat(sources.get(sources.size() / 2).lines()).as("median").isLessThanOrEqualTo(MEDIAN);
        assertThat(sources.get(sources.size() * 95 / 100).lines())
                .as("95th percentile")
                .isLessThanOrEqualTo(NINETY_FIVE_PERCENT);
    }
}
