package org.innkeeper.driver.qemu.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class QmpClientTest {
    @TempDir
    Path directory;

    private final RecordingListener listener = new RecordingListener();
    private ScriptedPeer peer;
    private QmpClient client;

    @AfterEach
    void close() throws IOException {
        if (client != null) {
            client.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    private static CallContext soon() {
        return CallContext.within(Duration.ofSeconds(10));
    }

    private void play(ScriptedPeer.Script script) throws IOException {
        peer = ScriptedPeer.playing(directory, script);
        client = QmpClient.connectUnix(soon(), peer.socket(), listener);
    }

    @Test
    void readsTheVersionFromTheGreeting() throws IOException {
        play(ScriptedPeer::negotiate);

        assertThat(client.greeting()).isEqualTo(new QmpGreeting(7, 2, 22, "test"));
        assertThat(client.greeting().number()).isEqualTo(7_002_022);
    }

    @Test
    void passesArgumentsAndReturnsTheReply() throws IOException {
        play(p -> {
            p.negotiate();
            String command = p.hear();
            p.say("{\"return\": {\"heard\": " + command.contains("\"arguments\":{\"value\":7}") + "}, \"id\": "
                    + ScriptedPeer.idOf(command) + "}\n");
        });

        JsonNode reply = client.execute(soon(), "balloon", QmpClient.object().put("value", 7));

        assertThat(reply.get("heard").asBoolean()).isTrue();
    }

    @Test
    void matchesRepliesThatComeOutOfOrder() throws IOException {
        play(p -> {
            p.negotiate();
            String first = ScriptedPeer.idOf(p.hear());
            String second = ScriptedPeer.idOf(p.hear());
            p.say("{\"return\": 2, \"id\": " + second + "}\n{\"return\": 1, \"id\": " + first + "}\n");
        });

        CompletableFuture<JsonNode> first = client.send("query-status", null);
        CompletableFuture<JsonNode> second = client.send("query-balloon", null);

        assertThat(client.await(soon(), first, "first").asInt()).isEqualTo(1);
        assertThat(client.await(soon(), second, "second").asInt()).isEqualTo(2);
    }

    @Test
    void joinsLinesThatArriveInPieces() throws IOException {
        play(p -> {
            p.negotiate();
            String id = ScriptedPeer.idOf(p.hear());
            p.say("{\"retu");
            p.say("rn\": \"\u00e4\", \"id\"");
            p.say(": " + id + "}\r\n\r\n");
        });

        assertThat(client.execute(soon(), "query-name").asText()).isEqualTo("\u00e4");
    }

    @Test
    void tellsWhatQemuRefused() throws IOException {
        play(p -> {
            p.negotiate();
            p.say("{\"error\": {\"class\": \"CommandNotFound\", \"desc\": \"no such\"}, \"id\": "
                    + ScriptedPeer.idOf(p.hear()) + "}\n");
        });

        QmpCommandException refused =
                catchThrowableOfType(QmpCommandException.class, () -> client.execute(soon(), "frobnicate"));

        assertThat(refused.isUnknownCommand()).isTrue();
        assertThat(refused).hasMessage("QEMU refused frobnicate: no such");
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void deliversEventsInOrder() throws IOException {
        play(p -> {
            p.negotiate();
            p.say("{\"event\": \"STOP\", \"timestamp\": {\"seconds\": 3, \"microseconds\": 5}}\n");
            p.say("{\"event\": \"SHUTDOWN\", \"data\": {\"guest\": true}, \"timestamp\": {}}\n");
        });

        await().until(() -> listener.events.size() == 2);
        assertThat(listener.events).extracting(QmpEvent::name).containsExactly("STOP", "SHUTDOWN");
        assertThat(listener.events.get(0).micros()).isEqualTo(3_000_005);
        assertThat(listener.events.get(1).data().get("guest").asBoolean()).isTrue();
    }

    @Test
    void endOfFileEndsAllWhoWait() throws IOException {
        play(p -> {
            p.negotiate();
            p.hear();
            p.say("{\"return\": ");
            p.hangUp();
        });

        CompletableFuture<JsonNode> one = client.send("query-status", null);
        CompletableFuture<JsonNode> two = client.send("query-status", null);

        assertThatThrownBy(() -> client.await(soon(), one, "one")).isInstanceOf(MonitorClosedException.class);
        assertThatThrownBy(() -> client.await(soon(), two, "two")).isInstanceOf(MonitorClosedException.class);
        assertThatThrownBy(() -> client.execute(soon(), "quit")).isInstanceOf(MonitorClosedException.class);
        await().until(() -> listener.closed.size() == 1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("garbage", "HTTP/1.1 400 Bad Request\n", "not JSON"),
                Arguments.of("not an object", "[1, 2]\n", "not a JSON object"),
                Arguments.of("two values", "{\"return\": 1} {}\n", "not JSON"),
                Arguments.of("unknown message", "{\"hello\": 1}\n", "neither greeting"),
                Arguments.of("unknown id", "{\"return\": {}, \"id\": 4711}\n", "belongs to no command"),
                Arguments.of("no id", "{\"return\": {}}\n", "belongs to no command"),
                Arguments.of("too deep", "{\"return\": " + "[".repeat(5000) + "]".repeat(5000) + "}\n", "not JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void closesOnAFaultOfTheProtocol(String fault, String text, String reason) throws IOException {
        play(p -> {
            p.negotiate();
            p.hear();
            p.say(text);
        });

        assertThatThrownBy(() -> client.execute(soon(), "query-status"))
                .as(fault)
                .isInstanceOf(MonitorClosedException.class)
                .hasMessageContaining(reason);
        assertThat(client.isOpen()).isFalse();
    }

    @Test
    void refusesALineThatIsTooLongWhileItArrives() throws IOException {
        play(p -> {
            p.negotiate();
            p.hear();
            String block = "x".repeat(1 << 20);
            for (int i = 0; i < 64; i++) {
                p.say(block);
            }
        });

        assertThatThrownBy(() -> client.execute(soon(), "query-status"))
                .isInstanceOf(MonitorClosedException.class)
                .hasMessageContaining("more than 16 MiB");
    }

    @Test
    void aCallEndsAtItsDeadlineAndItsLateReplyIsDropped() throws IOException {
        play(p -> {
            p.negotiate();
            String late = ScriptedPeer.idOf(p.hear());
            String next = ScriptedPeer.idOf(p.hear());
            p.say("{\"return\": 1, \"id\": " + late + "}\n{\"return\": 2, \"id\": " + next + "}\n");
        });

        assertThatThrownBy(() -> client.execute(CallContext.within(Duration.ofMillis(50)), "query-status"))
                .isInstanceOf(CallCancelledException.class)
                .extracting(e -> ((InnkeeperException) e).code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(client.execute(soon(), "query-status").asInt()).isEqualTo(2);
    }

    @Test
    void cancellingEndsTheWait() throws IOException {
        CallContext context = CallContext.create();
        play(p -> {
            p.negotiate();
            p.hear();
            context.cancel();
        });

        assertThatThrownBy(() -> client.execute(context, "query-status")).isInstanceOf(CallCancelledException.class);
        assertThat(client.isOpen()).isTrue();
    }

    @Test
    void aPeerThatDoesNotGreetIsGivenUp() throws IOException {
        peer = ScriptedPeer.playing(directory, ScriptedPeer::hear);

        assertThatThrownBy(() ->
                        QmpClient.connectUnix(CallContext.within(Duration.ofMillis(100)), peer.socket(), listener))
                .isInstanceOf(CallCancelledException.class);
        await().until(() -> listener.closed.size() == 1);
    }

    @Test
    void namesTheSocketNobodyListensOn() {
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> QmpClient.connectUnix(soon(), nowhere, listener))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(nowhere.toString());
    }
}
