package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.app.session.HostId;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalsTest {
    @TempDir
    Path folder;

    private final HostId host = HostId.random();
    private Path directory;
    private Journals journals;

    @BeforeEach
    void open() {
        directory = folder.resolve("state").resolve("journal");
        journals = new Journals(directory);
    }

    @Test
    void whatWasMadeIsThereForTheNextProgram() {
        Journals.Journal journal = journals.begin(host, "wéb");
        journal.made("default", "web.qcow2");
        journal.made("fast", "web data.raw");

        assertThat(new Journals(directory).unfinished(host)).singleElement().satisfies(found -> {
            assertThat(found.guest()).isEqualTo("wéb");
            assertThat(found.volumes())
                    .containsExactly(
                            new Journals.Volume("default", "web.qcow2"), new Journals.Volume("fast", "web data.raw"));
        });
    }

    @Test
    void whatIsStillBeingMadeIsNotUnfinished() {
        journals.begin(host, "web").made("default", "web.qcow2");

        assertThat(journals.unfinished(host)).isEmpty();
    }

    @Test
    void hostsAreKeptApart() {
        journals.begin(host, "web").made("default", "web.qcow2");

        assertThat(new Journals(directory).unfinished(HostId.random())).isEmpty();
    }

    @Test
    void nothingIsLeftOfAJournalThatEnded() {
        Journals.Journal journal = journals.begin(host, "web");
        journal.made("default", "web.qcow2");
        journal.end();

        assertThat(directory).isEmptyDirectory();
        assertThat(journals.unfinished(host)).isEmpty();
    }

    @Test
    void aGuestWithoutVolumesNeedsNoFile() {
        journals.begin(host, "web").end();

        assertThat(directory).doesNotExist();
        assertThat(journals.unfinished(host)).isEmpty();
    }

    @Test
    void aJournalThatCannotBeWrittenStopsTheWork() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "in the way");

        assertThatThrownBy(() -> journals.begin(host, "web").made("default", "web.qcow2"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("web");
    }
}
