package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RpcConnectionTest {
    private static final Procedure GET_VERSION = RemoteProgram.procedure("CONNECT_GET_VERSION");
    private static final Procedure GET_HOSTNAME = RemoteProgram.procedure("CONNECT_GET_HOSTNAME");
    private static final Procedure OPEN_CONSOLE = RemoteProgram.procedure("DOMAIN_OPEN_CONSOLE");
    private static final DomainRef WEB = new DomainRef("web", UUID.randomUUID(), 3);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final RecordingListener listener = new RecordingListener();
    private final RpcConnection connection = RpcConnection.start(peer, listener, 2);
    private final CallContext context = CallContext.within(Duration.ofSeconds(10));

    private static final class RecordingListener implements RpcListener {
        private final List<String> events = Collections.synchronizedList(new ArrayList<>());
        private final List<ErrorInfo> closed = Collections.synchronizedList(new ArrayList<>());
        private volatile int reason = -1;

        @Override
        public void event(Procedure procedure, Values values) {
            events.add(procedure.name());
        }

        @Override
        public void closed(int why, ErrorInfo info) {
            reason = why;
            closed.add(info);
        }
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private CompletableFuture<Values> callAside(Procedure procedure) {
        return CompletableFuture.supplyAsync(() -> connection.call(context, procedure));
    }

    private void reply(Procedure procedure, int serial, Object... results) {
        peer.say(Message.encode(
                RpcConnection.header(procedure, MessageType.REPLY, serial, MessageStatus.OK),
                out -> procedure.results().writeFields(out, results)));
    }

    private void stream(int serial, MessageStatus status, String data) {
        byte[] bytes = data.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        peer.say(Message.encode(
                RpcConnection.header(OPEN_CONSOLE, MessageType.STREAM, serial, status),
                out -> out.writeRaw(bytes, 0, bytes.length)));
    }

    @Test
    void aCallGetsItsResults() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        MessageHeader header = peer.hear().header();
        assertThat(header.type()).isEqualTo(MessageType.CALL);

        reply(GET_VERSION, header.serial(), 7_002_022L);

        assertThat(call.get().number("hv_ver")).isEqualTo(7_002_022);
    }

    @Test
    void repliesMayComeInAnotherOrder() throws Exception {
        PendingCall first = connection.send(context, false, GET_VERSION);
        PendingCall second = connection.send(context, false, GET_HOSTNAME);
        peer.hear();
        peer.hear();

        reply(GET_HOSTNAME, second.serial(), "lab");
        reply(GET_VERSION, first.serial(), 1L);

        assertThat(first.await(context).number("hv_ver")).isEqualTo(1);
        assertThat(second.await(context).text("hostname")).isEqualTo("lab");
    }

    @Test
    void anErrorOfTheFarEndIsThrownAsItWasRaised() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        int serial = peer.hear().header().serial();
        peer.say(Message.encode(
                RpcConnection.header(GET_VERSION, MessageType.REPLY, serial, MessageStatus.ERROR),
                out -> RemoteErrors.write(
                        out, ErrorInfo.of(ErrorCode.OPERATION_DENIED, ErrorOrigin.QEMU, "read only access"))));

        assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InnkeeperException.class)
                .cause()
                .extracting(e -> ((InnkeeperException) e).info())
                .extracting(ErrorInfo::code, ErrorInfo::origin, ErrorInfo::message)
                .containsExactly(ErrorCode.OPERATION_DENIED, ErrorOrigin.QEMU, "read only access");
    }

    @Test
    void aPingIsAnsweredWhileACallIsPending() throws Exception {
        PendingCall call = connection.send(context, false, GET_VERSION);
        peer.hear();

        peer.say(Message.encode(
                new MessageHeader(Keepalive.PROGRAM, 1, Keepalive.PING, MessageType.MESSAGE, 0, MessageStatus.OK),
                out -> {}));

        MessageHeader pong = peer.hear().header();
        assertThat(pong.program()).isEqualTo(Keepalive.PROGRAM);
        assertThat(pong.procedure()).isEqualTo(Keepalive.PONG);
        reply(GET_VERSION, call.serial(), 1L);
        assertThat(call.await(context).number("hv_ver")).isEqualTo(1);
    }

    @Test
    void aHostThatAnswersNoPingIsGivenUp() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            connection.startKeepalive(timer, 20);
            PendingCall call = connection.send(context, false, GET_VERSION);

            assertThatThrownBy(() -> call.await(context))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("does not answer");
            await().untilAsserted(() -> assertThat(listener.reason).isEqualTo(2));
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void noMoreCallsAreSentThanTheDaemonTakesAndOneSlotIsKeptForUrgentOnes() throws Exception {
        List<PendingCall> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(connection.send(context, false, GET_VERSION));
            peer.hear();
        }
        CompletableFuture<Values> fifth = callAside(GET_VERSION);

        PendingCall urgent = connection.send(context, true, GET_HOSTNAME);

        assertThat(peer.hear().header().procedure()).isEqualTo(GET_HOSTNAME.number());
        assertThat(peer.heardNothing()).isTrue();
        reply(GET_HOSTNAME, urgent.serial(), "lab");
        reply(GET_VERSION, calls.get(0).serial(), 1L);
        int serial = peer.hear().header().serial();
        reply(GET_VERSION, serial, 5L);
        assertThat(fifth.get().number("hv_ver")).isEqualTo(5);
    }

    @Test
    void cancellingEndsTheWaitAtOnceAndTheLateReplyIsIgnored() throws Exception {
        CallContext cancelled = CallContext.create();
        PendingCall call = connection.send(cancelled, false, GET_VERSION);
        peer.hear();
        CompletableFuture<Values> waiting = CompletableFuture.supplyAsync(() -> call.await(cancelled));

        cancelled.cancel();

        assertThatThrownBy(waiting::get).hasCauseInstanceOf(CallCancelledException.class);
        reply(GET_VERSION, call.serial(), 1L);
        CompletableFuture<Values> next = callAside(GET_VERSION);
        reply(GET_VERSION, peer.hear().header().serial(), 2L);
        assertThat(next.get().number("hv_ver")).isEqualTo(2);
    }

    @Test
    void aCallThatTakesTooLongEnds() {
        assertThatThrownBy(() -> connection.call(CallContext.within(Duration.ofMillis(50)), GET_VERSION))
                .isInstanceOf(CallCancelledException.class)
                .extracting(e -> ((InnkeeperException) e).code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
    }

    @Test
    void closingTellsEveryWaiter() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        peer.hear();

        connection.close();

        assertThatThrownBy(call::get).hasCauseInstanceOf(ConnectionClosedException.class);
        assertThat(peer.isClosed()).isTrue();
        await().untilAsserted(() -> assertThat(listener.reason).isEqualTo(3));
        assertThatThrownBy(() -> connection.call(context, GET_VERSION)).isInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void aReplyForNoCallEndsTheConnectionWithAnErrorThatNamesIt() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        peer.hear();

        reply(GET_VERSION, 4711, 1L);

        assertThatThrownBy(call::get)
                .hasCauseInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("4711");
        await().untilAsserted(() -> assertThat(listener.closed).hasSize(1));
    }

    @Test
    void aReplyOfAnotherProcedureEndsTheConnection() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        int serial = peer.hear().header().serial();

        reply(GET_HOSTNAME, serial, "lab");

        assertThatThrownBy(call::get)
                .hasCauseInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("CONNECT_GET_VERSION");
    }

    @Test
    void aReplyThatIsCutOffFailsItsCallAlone() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        int serial = peer.hear().header().serial();

        peer.say(Message.encode(
                RpcConnection.header(GET_VERSION, MessageType.REPLY, serial, MessageStatus.OK),
                out -> out.writeInt(1)));

        assertThatThrownBy(call::get).hasMessageContaining("CONNECT_GET_VERSION");
        assertThat(connection.isAlive()).isTrue();
    }

    @Test
    void anEndInTheMiddleOfAMessageIsSaid() throws Exception {
        CompletableFuture<Values> call = callAside(GET_VERSION);
        peer.hear();

        peer.say(new byte[] {0, 0, 0, 100, 1, 2, 3});
        peer.hangUp();

        assertThatThrownBy(call::get)
                .hasCauseInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("3 of 96 bytes");
    }

    @Test
    void eventsReachTheListener() {
        Procedure lifecycle = RemoteProgram.procedure("NETWORK_EVENT_LIFECYCLE");
        peer.say(Message.encode(
                RpcConnection.header(lifecycle, MessageType.MESSAGE, 1, MessageStatus.OK), out -> lifecycle
                        .arguments()
                        .writeFields(
                                out, 0, new org.innkeeper.core.model.NetworkRef("default", UUID.randomUUID()), 2, 0)));

        await().untilAsserted(() -> assertThat(listener.events).containsExactly("NETWORK_EVENT_LIFECYCLE"));
    }

    @Test
    void aStreamCarriesDataBothWaysAndEndsByAHandshake() throws Exception {
        CompletableFuture<RpcStream> opening =
                CompletableFuture.supplyAsync(() -> connection.openStream(context, OPEN_CONSOLE, WEB, null, 0));
        int serial = peer.hear().header().serial();
        reply(OPEN_CONSOLE, serial);
        RpcStream stream = opening.get();
        stream(serial, MessageStatus.CONTINUE, "login: ");

        byte[] buffer = new byte[4];
        assertThat(stream.read(buffer, 0, 4)).isEqualTo(4);
        assertThat(new String(buffer, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("logi");
        assertThat(stream.read(buffer, 0, 4)).isEqualTo(3);

        stream.write(new byte[] {'r', 'o'}, 0, 2);
        Message typed = peer.hear();
        assertThat(typed.header().type()).isEqualTo(MessageType.STREAM);
        assertThat(typed.payloadBytes()).containsExactly('r', 'o');

        CompletableFuture<Void> finishing = CompletableFuture.runAsync(stream::finish);
        assertThat(peer.hear().header().status()).isEqualTo(MessageStatus.OK);
        assertThat(finishing).isNotDone();
        stream(serial, MessageStatus.OK, "");
        finishing.get();
        assertThat(stream.read(buffer, 0, 4)).isEqualTo(-1);
        stream(serial, MessageStatus.CONTINUE, "late data is ignored");
        assertThat(connection.isAlive()).isTrue();
    }

    @Test
    void aStreamThatFailsThereFailsHere() throws Exception {
        CompletableFuture<RpcStream> opening =
                CompletableFuture.supplyAsync(() -> connection.openStream(context, OPEN_CONSOLE, WEB, null, 0));
        int serial = peer.hear().header().serial();
        reply(OPEN_CONSOLE, serial);
        RpcStream stream = opening.get();

        peer.say(Message.encode(
                RpcConnection.header(OPEN_CONSOLE, MessageType.STREAM, serial, MessageStatus.ERROR),
                out -> RemoteErrors.write(
                        out, ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.STREAMS, "disk full"))));

        assertThatThrownBy(() -> stream.read(new byte[4], 0, 4))
                .isInstanceOf(InnkeeperException.class)
                .hasMessage("disk full");
    }

    /** Some daemons lock up when the connection ends before they have answered. */
    @Test
    void theConnectionOfAnAbortedStreamEndsWithTheAnswer() throws Exception {
        CompletableFuture<RpcStream> opening = CompletableFuture.supplyAsync(
                () -> connection.openStream(context, OPEN_CONSOLE, WEB, null, 0).ownConnection());
        int serial = peer.hear().header().serial();
        reply(OPEN_CONSOLE, serial);
        RpcStream stream = opening.get();

        CompletableFuture<Void> aborting = CompletableFuture.runAsync(stream::abort);

        assertThat(peer.hear().header().status()).isEqualTo(MessageStatus.ERROR);
        assertThat(aborting).isNotDone();
        assertThat(peer.isClosed()).isFalse();
        stream(serial, MessageStatus.OK, "");
        aborting.get();
        assertThat(peer.isClosed()).isTrue();
        assertThatThrownBy(() -> stream.write(new byte[1], 0, 1))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(InnkeeperException.class))
                .extracting(InnkeeperException::code)
                .isEqualTo(ErrorCode.OPERATION_ABORTED);
    }

    @Test
    void aDaemonThatNeverAnswersAnAbortIsNotWaitedForEver() throws Exception {
        CompletableFuture<RpcStream> opening = CompletableFuture.supplyAsync(
                () -> connection.openStream(context, OPEN_CONSOLE, WEB, null, 0).ownConnection());
        reply(OPEN_CONSOLE, peer.hear().header().serial());

        opening.get().abort();

        assertThat(peer.isClosed()).isTrue();
    }

    @Test
    void holesOfASparseStreamAreKeptApart() throws Exception {
        CompletableFuture<RpcStream> opening =
                CompletableFuture.supplyAsync(() -> connection.openStream(context, OPEN_CONSOLE, WEB, null, 0));
        int serial = peer.hear().header().serial();
        reply(OPEN_CONSOLE, serial);
        RpcStream stream = opening.get();
        peer.say(Message.encode(
                RpcConnection.header(OPEN_CONSOLE, MessageType.STREAM_HOLE, serial, MessageStatus.CONTINUE), out -> {
                    out.writeHyper(8_388_608);
                    out.writeUint(0);
                }));
        stream(serial, MessageStatus.CONTINUE, "data");

        byte[] buffer = new byte[10];
        assertThat(stream.read(buffer, 0, 10)).isEqualTo(org.innkeeper.core.spi.ByteStream.HOLE);
        assertThat(stream.readHole()).isEqualTo(8_388_608);
        assertThat(stream.read(buffer, 0, 10)).isEqualTo(4);
    }
}
