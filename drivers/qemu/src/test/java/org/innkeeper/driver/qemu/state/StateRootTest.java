package org.innkeeper.driver.qemu.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateRootTest {
    @TempDir
    Path directory;

    @Test
    void makesItsDirectoryForItsOwnerOnly() throws IOException {
        Path root = directory.resolve("a/b/state");

        try (StateRoot state = StateRoot.open(root)) {
            assertThat(state.directory()).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void tellsWhichProgramHoldsIt() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("holds");

            InnkeeperException error = catchThrowableOfType(InnkeeperException.class, () -> StateRoot.open(directory));

            assertThat(error.code()).isEqualTo(ErrorCode.RESOURCE_BUSY);
            assertThat(error.info().message())
                    .contains(directory.toString())
                    .contains("process " + other.pid())
                    .contains("java");
            assertThat(error.info().remedy()).isPresent();
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        StateRoot.open(directory).close();
    }

    @Test
    void isHeldOnceInOneProgramToo() {
        try (StateRoot first = StateRoot.open(directory)) {
            InnkeeperException error = catchThrowableOfType(InnkeeperException.class, () -> StateRoot.open(directory));

            assertThat(first.directory()).isEqualTo(directory);
            assertThat(error.code()).isEqualTo(ErrorCode.RESOURCE_BUSY);
        }
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        InnkeeperException error =
                catchThrowableOfType(InnkeeperException.class, () -> StateRoot.open(file.resolve("state")));

        assertThat(error.code()).isEqualTo(ErrorCode.WRITE_FAILED);
        assertThat(error.info().message()).contains("not writable").contains(file.toString());
        assertThat(error.info().remedy().orElse("")).contains("root=");
    }
}
