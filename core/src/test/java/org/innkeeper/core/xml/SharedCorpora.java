package org.innkeeper.core.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The large collections of real documents beside the project; tests over them are skipped where they are not. */
public final class SharedCorpora {
    private SharedCorpora() {}

    /** The folder of that name among the corpora, or a skipped test that says what is missing. */
    public static Path folder(String name) {
        Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (project != null && !Files.isDirectory(project.resolve(".mvn"))) {
            project = project.getParent();
        }
        Path corpora = project == null ? null : project.resolveSibling("shared").resolve("corpora");
        Assumptions.assumeTrue(
                corpora != null && Files.isDirectory(corpora.resolve(name)),
                "no corpora beside the project: ../shared/corpora/" + name);
        return corpora.resolve(name);
    }

    /** The lines of a list of cases. */
    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The XML files in a folder and below it, sorted. */
    public static List<Path> documents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
