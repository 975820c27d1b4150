package org.innkeeper.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoReasonTest {
    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/f"), "permission denied"),
                Arguments.of(new NoSuchFileException("/f"), "there is no such file or directory"),
                Arguments.of(new FileAlreadyExistsException("/f"), "a file of that name is there already"),
                Arguments.of(new FileSystemException("/f", null, "No space left on device"), "No space left on device"),
                Arguments.of(new FileSystemException("/f"), "the system refused it"),
                Arguments.of(new ClosedChannelException(), "it is closed"),
                Arguments.of(new MalformedInputException(1), "it is no text in UTF-8"),
                Arguments.of(new EOFException(), "it ends too early"),
                Arguments.of(new IOException(), "input or output failed"),
                Arguments.of(new IOException("Connection refused"), "Connection refused"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void areWords(IOException cause, String reason) {
        assertThat(IoReason.of(cause)).isEqualTo(reason);
    }

    @Test
    void ofAFullDirectoryThatIsDeleted(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("file"));
        try {
            Files.delete(directory);
        } catch (IOException e) {
            assertThat(IoReason.of(e)).isEqualTo("the directory is not empty");
            return;
        }
        throw new AssertionError("the directory was deleted");
    }
}
