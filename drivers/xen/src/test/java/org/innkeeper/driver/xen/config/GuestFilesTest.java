package org.innkeeper.driver.xen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestFilesTest {
    @TempDir
    Path directory;

    private GuestFiles files() {
        return new GuestFiles(directory);
    }

    private void put(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void onlyGuestsAreListed() throws IOException {
        String guest = "name = \"%s\"\nmemory = 64\n";
        put("one", guest.formatted("guest1"));
        for (String foreign : List.of(".hidden", "#lock", "xmexample1", "xend-config.sxp", "qemu-ifup", "copy~")) {
            put(foreign, guest.formatted("wrong"));
        }
        put("another", "");
        Files.createDirectory(directory.resolve("auto"));
        assertThat(files().list()).containsExactly(directory.resolve("another"), directory.resolve("one"));
    }

    @Test
    void aMissingDirectoryHasNoGuests() {
        assertThat(new GuestFiles(directory.resolve("none")).list()).isEmpty();
    }

    @Test
    void aFileIsReplacedWhereItIsWithItsRights() throws IOException {
        put("other-name", "name = \"g\"\nmemory = 64\n");
        Path file = directory.resolve("other-name");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        files().write(file, ConfigFile.parse("x", "name = \"g\"\nmemory = 128\n"));
        assertThat(file).hasContent("name = \"g\"\nmemory = 128\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).containsExactly(file);
        }
    }

    /** Who has the old file open reads it to its end. */
    @Test
    void aFileIsNeverWrittenOverInPlace() throws IOException {
        put("g", "name = \"g\"\nmemory = 64\n");
        Path old = Files.createLink(directory.resolve(".old"), directory.resolve("g"));
        files().write(files().newFile("g"), ConfigFile.parse("x", "name = \"g\"\nmemory = 128\n"));
        assertThat(old).hasContent("name = \"g\"\nmemory = 64\n");
        assertThat(directory.resolve("g")).hasContent("name = \"g\"\nmemory = 128\n");
    }

    @Test
    void aNewFileIsForItsOwnerAlone() throws IOException {
        files().write(files().newFile("g"), ConfigFile.parse("x", "name = \"g\"\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("g"))))
                .isEqualTo("rw-------");
        files().delete(directory.resolve("g"));
        assertThat(files().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../g", "", ".g", "g~", "a/b"})
    void namesThatAreNoFileNamesAreRefused(String name) {
        assertThatThrownBy(() -> files().newFile(name))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().code()).isEqualTo(ErrorCode.INVALID_ARG));
    }

    @Test
    void aDirectoryThatIsGoneCannotBeWrittenTo() {
        GuestFiles gone = new GuestFiles(directory.resolve("none"));
        assertThatThrownBy(() -> gone.write(gone.newFile("g"), ConfigFile.empty("x")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class,
                        e -> assertThat(e.info().code()).isEqualTo(ErrorCode.WRITE_FAILED));
    }
}
