package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.transport.TcpTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls over a socket, which the threads that call read and write themselves. */
@Timeout(60)
class DirectCallsTest {
    private static final Procedure VERSION = RemoteProgram.procedure("CONNECT_GET_LIB_VERSION");
    private static final Procedure FEATURE = RemoteProgram.procedure("CONNECT_SUPPORTS_FEATURE");
    private static final Procedure TYPE = RemoteProgram.procedure("CONNECT_GET_TYPE");

    private final List<Procedure> events = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private Socket daemon;
    private DataInputStream heard;
    private OutputStream told;
    private RpcConnection connection;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0);
        TcpTransport transport = TcpTransport.connect(CallContext.create(), "localhost", server.getLocalPort());
        daemon = server.accept();
        heard = new DataInputStream(daemon.getInputStream());
        told = daemon.getOutputStream();
        RpcListener listener = new RpcListener() {
            @Override
            public void event(Procedure procedure, Values values) {
                events.add(procedure);
            }

            @Override
            public void closed(int reason, ErrorInfo info) {
                assertThat(info.message()).isNotBlank();
            }
        };
        connection = RpcConnection.start(transport, listener, 5);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
        server.close();
    }

    /** The serial of the next call the daemon hears. */
    private int hear() throws IOException {
        return hearMessage().header().serial();
    }

    private Message hearMessage() throws IOException {
        byte[] body = new byte[heard.readInt() - Message.LENGTH_SIZE];
        heard.readFully(body);
        return Message.parse(body);
    }

    private static byte[] reply(int serial, long version) {
        return Message.encode(
                RpcConnection.header(VERSION, MessageType.REPLY, serial, MessageStatus.OK),
                out -> out.writeHyper(version));
    }

    private CompletableFuture<Long> call(CallContext context) {
        CompletableFuture<Long> result = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                result.complete(connection.call(context, VERSION).number("lib_ver"));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        caller.start();
        return result;
    }

    private void answerOne(long version) throws Exception {
        CompletableFuture<Long> call = call(CallContext.create());
        told.write(reply(hear(), version));
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(version);
    }

    @Test
    void oneCallAfterTheOtherIsAnswered() throws Exception {
        for (int i = 0; i < 200; i++) {
            answerOne(i);
        }
    }

    @Test
    void repliesInAnyOrderReachTheirCallers() throws Exception {
        answerOne(1);
        CompletableFuture<Long> first = call(CallContext.create());
        int firstSerial = hear();
        CompletableFuture<Long> second = call(CallContext.create());
        int secondSerial = hear();
        CompletableFuture<Long> third = call(CallContext.create());
        int thirdSerial = hear();

        told.write(reply(secondSerial, 22));
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(22);
        told.write(reply(firstSerial, 11));
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(11);
        told.write(reply(thirdSerial, 33));
        assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo(33);
    }

    @Test
    void manyCallersAtOnceGetTheirOwnReplies() throws Exception {
        int callers = CallSlots.DAEMON_LIMIT;
        int calls = 400;
        ExecutorService threads = Executors.newFixedThreadPool(callers + 1);
        List<Future<Void>> all = new ArrayList<>();
        all.add(threads.submit(() -> answerInPairs(callers * calls)));
        for (int caller = 0; caller < callers; caller++) {
            int first = caller * calls;
            all.add(threads.submit(() -> askOften(first, calls)));
        }
        for (Future<Void> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    private Void askOften(int first, int calls) {
        for (int number = first; number < first + calls; number++) {
            Values answer = connection.callUrgently(CallContext.within(Duration.ofSeconds(20)), FEATURE, number);
            assertThat(answer.integer("supported")).isEqualTo(number);
        }
        return null;
    }

    /** Answers with the number that was asked for, and the later one of two calls first. */
    private Void answerInPairs(int calls) throws IOException {
        for (int answered = 0; answered < calls; answered++) {
            Message first = hearMessage();
            if (heard.available() > 0) {
                repeatNumber(hearMessage());
                answered++;
            }
            repeatNumber(first);
        }
        return null;
    }

    private void repeatNumber(Message call) throws IOException {
        int number = call.payload().readInt();
        told.write(Message.encode(
                RpcConnection.header(FEATURE, MessageType.REPLY, call.header().serial(), MessageStatus.OK),
                out -> out.writeInt(number)));
    }

    @Test
    void interruptedCallerEndsItsCallAndNotTheConnection() throws Exception {
        answerOne(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Throwable failure = catchThrowable(() -> connection.call(CallContext.create(), VERSION));
            interrupted.complete(failure instanceof CallCancelledException
                    && Thread.currentThread().isInterrupted());
        });
        caller.start();
        int lost = hear();
        CompletableFuture<Long> other = call(CallContext.create());
        int serial = hear();

        caller.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        told.write(reply(lost, 1));
        told.write(reply(serial, 2));
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(2);
        answerOne(3);
    }

    @Test
    void cancelledCallerThatReadsLeavesAtOnce() throws Exception {
        answerOne(1);
        CallContext context = CallContext.create();
        CompletableFuture<Long> call = call(context);
        int lost = hear();

        context.cancel();

        assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CallCancelledException.class);
        told.write(reply(lost, 1));
        answerOne(2);
    }

    @Test
    void timeOfACallerThatReadsEnds() throws Exception {
        answerOne(1);

        CompletableFuture<Long> call = call(CallContext.within(Duration.ofMillis(50)));

        assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CallCancelledException.class);
        told.write(reply(hear(), 1));
        answerOne(2);
    }

    @Test
    void eventsArriveBetweenAndDuringCalls() throws Exception {
        Procedure event = RemoteProgram.procedure("CONNECT_EVENT_CONNECTION_CLOSED");
        byte[] message = Message.encode(
                RpcConnection.header(event, MessageType.MESSAGE, 1, MessageStatus.OK), out -> out.writeInt(0));
        answerOne(1);
        told.write(message);
        await().until(() -> events.size() == 1);

        CompletableFuture<Long> call = call(CallContext.create());
        int serial = hear();
        told.write(message);
        await().until(() -> events.size() == 2);
        told.write(reply(serial, 5));

        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(5);
    }

    @Test
    void replyThatComesByteByByteIsPutTogether() throws Exception {
        answerOne(1);
        CompletableFuture<Long> call = call(CallContext.create());
        for (byte one : reply(hear(), 7)) {
            told.write(one);
            told.flush();
        }

        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    /** No caller waits inside a write: what the daemon does not take is left to the thread that writes. */
    @Test
    void aDaemonThatDoesNotReadHoldsNoCallerBeyondItsTime() throws Exception {
        String name = "x".repeat(4_000_000);
        Procedure lookup = RemoteProgram.procedure("DOMAIN_LOOKUP_BY_NAME");

        for (int i = 0; i < 3; i++) {
            CompletableFuture<Throwable> call = CompletableFuture.supplyAsync(() ->
                    catchThrowable(() -> connection.call(CallContext.within(Duration.ofMillis(200)), lookup, name)));
            assertThat(call.get(10, TimeUnit.SECONDS)).isInstanceOf(CallCancelledException.class);
        }

        for (int i = 0; i < 3; i++) {
            assertThat(hear()).isEqualTo(i);
        }
    }

    @Test
    void theEndIsToldToEveryCallerWhoeverReads() throws Exception {
        answerOne(1);
        List<CompletableFuture<Long>> calls =
                List.of(call(CallContext.create()), call(CallContext.create()), call(CallContext.create()));
        for (int i = 0; i < calls.size(); i++) {
            hear();
        }

        daemon.close();

        for (CompletableFuture<Long> call : calls) {
            assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectionClosedException.class);
        }
        assertThat(connection.isAlive()).isFalse();
    }

    @Test
    void closingFromOutsideEndsTheCallerThatReads() throws Exception {
        answerOne(1);
        CompletableFuture<Long> call = call(CallContext.create());
        hear();

        connection.close();

        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionClosedException.class);
    }

    @Test
    void wrongReplyEndsTheConnectionForTheCallerThatReadsIt() throws Exception {
        answerOne(1);
        CompletableFuture<Long> call = call(CallContext.create());
        int serial = hear();

        told.write(Message.encode(
                RpcConnection.header(TYPE, MessageType.REPLY, serial, MessageStatus.OK), out -> out.writeInt(0)));

        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("says that it is of procedure");
    }
}
