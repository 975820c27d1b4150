package org.innkeeper.driver.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("log/guest.log");
    }

    private void say(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Test
    void lastWordsAreThoseOfThisRun() throws IOException {
        RunLog.begin(file, List.of("qemu", "-S"));
        say("words of the first run\n");
        RunLog log = RunLog.begin(file, List.of("qemu", "-S"));

        assertThat(log.tail()).isEmpty();
        say("qemu: cannot do\n\n  that\u0007 \n");

        assertThat(log.tail()).isEqualTo("qemu: cannot do\nthat");
        assertThat(RunLog.continued(file, log.start()).tail()).isEqualTo(log.tail());
        assertThat(Files.readString(file)).contains("starting").contains("words of the first run");
    }

    @Test
    void aLongSpeechIsCutToItsEnd() throws IOException {
        RunLog log = RunLog.begin(file, List.of("qemu"));
        for (int i = 0; i < 5000; i++) {
            say("line " + i + "\n");
        }

        assertThat(log.tail().lines()).hasSize(12).last().isEqualTo("line 4999");
    }

    @Test
    void aLargeLogGivesWayToANewOne() throws IOException {
        RunLog.begin(file, List.of("qemu"));
        say("x".repeat((1 << 20) + 1));

        RunLog.begin(file, List.of("qemu"));

        assertThat(Files.size(file)).isLessThan(1000);
        assertThat(file.resolveSibling("guest.log.1")).exists();
    }

    @Test
    void aLogThatIsGoneSaysNothing() throws IOException {
        RunLog log = RunLog.begin(file, List.of("qemu"));

        log.delete();

        assertThat(log.tail()).isEmpty();
    }
}
