package org.innkeeper.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SingleInstanceTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path directory;

    private final List<List<String>> taken = Collections.synchronizedList(new ArrayList<>());

    private SingleInstance first() {
        return SingleInstance.claim(directory, List.of(), SHORT).orElseThrow();
    }

    @Test
    void aSecondStartHandsItsCommandLineToTheFirst() {
        try (SingleInstance first = first()) {
            first.onSecondStart(taken::add);

            Optional<SingleInstance> second =
                    SingleInstance.claim(directory, List.of("-c", "test:///default", "für\nzwei"), SHORT);

            assertThat(second).isEmpty();
            await().untilAsserted(
                            () -> assertThat(taken).containsExactly(List.of("-c", "test:///default", "für\nzwei")));
        }
    }

    @Test
    void aSecondStartThatComesEarlyIsNotLost() {
        try (SingleInstance first = first()) {
            assertThat(SingleInstance.claim(directory, List.of("early"), SHORT)).isEmpty();

            first.onSecondStart(taken::add);

            assertThat(taken).containsExactly(List.of("early"));
        }
    }

    @Test
    void theDirectoryIsFreeWhenTheFirstHasEnded() {
        first().close();

        try (SingleInstance next = first()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void whatAProgramThatDiedLeftBehindDoesNotMatter() throws IOException {
        Files.writeString(directory.resolve("innkeeper.lock"), "4711\n");
        Files.writeString(directory.resolve("innkeeper.endpoint"), "unix\nold\n");
        Files.writeString(directory.resolve("innkeeper.sock"), "not even a socket");

        try (SingleInstance first = first()) {
            first.onSecondStart(taken::add);
            assertThat(SingleInstance.claim(directory, List.of("x"), SHORT)).isEmpty();
        }
    }

    @Test
    void aHolderThatDoesNotAnswerIsNamed() throws IOException {
        Path lock = directory.resolve("innkeeper.lock");
        Files.writeString(lock, "4711\n");
        try (RandomAccessFile held = new RandomAccessFile(lock.toFile(), "rw");
                var taken = held.getChannel().lock()) {
            assertThat(taken.isValid()).isTrue();
            assertThatThrownBy(() -> SingleInstance.claim(directory, List.of(), SHORT))
                    .isInstanceOfSatisfying(InnkeeperException.class, failure -> {
                        assertThat(failure.code()).isEqualTo(ErrorCode.RESOURCE_BUSY);
                        assertThat(failure.getMessage()).contains("4711", directory.toString());
                        assertThat(failure.info().remedy()).isPresent();
                    });
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> SingleInstance.claim(file.resolve("state"), List.of(), SHORT))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aPathTooLongForASocketUsesTheLoopback() {
        Path deep = directory.resolve("d".repeat(60)).resolve("e".repeat(60));
        try (SingleInstance first = SingleInstance.claim(deep, List.of(), SHORT).orElseThrow()) {
            first.onSecondStart(taken::add);

            assertThat(SingleInstance.claim(deep, List.of("x"), SHORT)).isEmpty();
            await().untilAsserted(() -> assertThat(taken).containsExactly(List.of("x")));
            assertThat(deep.resolve("innkeeper.sock")).doesNotExist();
        }
    }

    @Test
    void somebodyWhoConnectsAndSaysNothingKeepsNobodyWaiting() throws IOException {
        try (SingleInstance first = first();
                var silent = new Endpoint(directory).connect().channel()) {
            first.onSecondStart(taken::add);

            assertThat(silent.isConnected()).isTrue();
            assertThat(SingleInstance.claim(directory, List.of("x"), Duration.ofSeconds(10)))
                    .isEmpty();
        }
    }

    @Test
    void messagesOfOthersAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message.write(out, "secret", List.of("a"));

        assertThat(Message.read(new ByteArrayInputStream(out.toByteArray()), "secret"))
                .containsExactly("a");
        assertThatThrownBy(() -> Message.read(new ByteArrayInputStream(out.toByteArray()), "other"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Message.read(
                        new ByteArrayInputStream("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII)), "secret"))
                .isInstanceOf(IOException.class);
        byte[] huge = {'I', 'N', 'K', '1', 0x7f, 0, 0, 0};
        assertThatThrownBy(() -> Message.read(new ByteArrayInputStream(huge), "secret"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes");
    }
}
