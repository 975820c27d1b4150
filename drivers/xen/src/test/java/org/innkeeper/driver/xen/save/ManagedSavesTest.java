package org.innkeeper.driver.xen.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedSavesTest {
    private static final UUID WEB = UUID.randomUUID();

    @TempDir
    private Path state;

    private static void write(Path file) {
        try {
            Files.writeString(file, "memory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isThereWhenItIsWhole() throws IOException {
        ManagedSaves saves = new ManagedSaves(state);
        saves.make(WEB, file -> {
            write(file);
            assertThat(saves.exists(WEB)).isFalse();
        });

        assertThat(saves.exists(WEB)).isTrue();
        assertThat(saves.file(WEB)).hasContent("memory");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(saves.file(WEB).getParent())))
                .isEqualTo("rwx------");
        saves.remove(WEB);
        saves.remove(WEB);
        assertThat(saves.exists(WEB)).isFalse();
    }

    @Test
    void aFailureLeavesTheOldOne() {
        ManagedSaves saves = new ManagedSaves(state);
        saves.make(WEB, ManagedSavesTest::write);
        assertThatThrownBy(() -> saves.make(WEB, file -> {
                    write(file);
                    throw new IllegalStateException("the guest does not want to");
                }))
                .hasMessageContaining("does not want");
        assertThat(saves.file(WEB)).hasContent("memory");
        assertThat(saves.file(WEB).getParent()).isDirectoryContaining(file -> file.equals(saves.file(WEB)));
        assertThat(saves.file(WEB).getParent().toFile().list()).hasSize(1);
    }

    @Test
    void aFileIsWrittenOrItIsSaid() {
        ManagedSaves saves = new ManagedSaves(state);
        assertThatThrownBy(() -> saves.make(WEB, file -> {}))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRITE_FAILED));
    }

    @Test
    void aMarkGoesWithItsFile() throws IOException {
        Path file = state.resolve("one");
        write(file);
        assertThat(PausedMark.isSet(file)).isFalse();
        assertThat(PausedMark.set(file)).isTrue();
        Path moved = Files.move(file, state.resolve("other"));
        assertThat(PausedMark.isSet(moved)).isTrue();
        assertThat(PausedMark.isSet(file)).isFalse();
        assertThat(PausedMark.set(file)).isFalse();
    }
}
