package org.innkeeper.driver.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "60").start();
    }

    @Test
    void aProcessIsItselfWhileItRuns() throws IOException {
        Process process = sleeper();
        try {
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

            assertThat(identity.isAlive()).isTrue();
            assertThat(ProcessIdentity.of(process.pid())).hasValue(identity);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherProcessWithTheSameIdIsAnother() throws IOException {
        Process process = sleeper();
        try {
            ProcessIdentity other = new ProcessIdentity(process.pid(), "another boot:1");

            other.end(true);

            assertThat(other.isAlive()).isFalse();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsTheProcess() throws IOException {
        Process process = sleeper();
        ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();

        identity.end(false);

        await().until(() -> !identity.isAlive());
        assertThat(ProcessIdentity.of(process.pid())).isEmpty();
    }
}
