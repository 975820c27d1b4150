package org.innkeeper.driver.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimePlaceTest {
    @TempDir
    Path directory;

    private final UUID uuid = UUID.randomUUID();

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void staysBelowAShortRoot() throws IOException {
        Path root = Files.createDirectory(directory.resolve("r"));

        GuestPaths paths = new RuntimePlace(root, directory).prepare(uuid);

        assertThat(paths.monitorSocket()).startsWithRaw(root);
        assertThat(paths.logFile()).isEqualTo(root.resolve("log").resolve(uuid + ".log"));
        assertThat(rights(paths.runtimeDir())).isEqualTo("rwx------");
        assertThat(paths.monitorSocket().toString().length()).isLessThanOrEqualTo(RuntimePlace.MAX_SOCKET_PATH);
    }

    @Test
    void leavesARootThatIsTooDeepForSockets() throws IOException {
        Path root = Files.createDirectories(directory.resolve("d".repeat(60)).resolve("e".repeat(60)));

        GuestPaths paths = new RuntimePlace(root, directory).prepare(uuid);
        GuestPaths other = new RuntimePlace(root.resolve("other"), directory).prepare(uuid);

        assertThat(paths.monitorSocket().getParent().getParent().getParent()).isEqualTo(directory);
        assertThat(paths.runtimeDir().getParent().getFileName().toString())
                .startsWith("innkeeper-" + System.getProperty("user.name"));
        assertThat(rights(paths.runtimeDir().getParent())).isEqualTo("rwx------");
        assertThat(paths.logFile()).startsWithRaw(root);
        assertThat(other.runtimeDir()).isNotEqualTo(paths.runtimeDir());
    }

    @Test
    void takesTheRightsOfOthersAway() throws IOException {
        Path run = Files.createDirectory(directory.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));

        new RuntimePlace(directory, directory).prepare(uuid);

        assertThat(rights(run)).isEqualTo("rwx------");
    }

    @Test
    void refusesALinkThatSomebodyPutThere() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createSymbolicLink(root.resolve("run"), elsewhere);

        assertThatThrownBy(() -> new RuntimePlace(root, directory).prepare(uuid))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run");
    }
}
