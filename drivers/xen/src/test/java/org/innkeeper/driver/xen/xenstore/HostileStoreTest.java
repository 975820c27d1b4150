package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A daemon that does not keep to the protocol. */
@Timeout(60)
class HostileStoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CallContext context = CallContext.within(LIMIT);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Path directory;
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        directory = Files.createTempDirectory("xs");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(directory.resolve("s")));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        Files.deleteIfExists(directory.resolve("s"));
        Files.delete(directory);
    }

    /** What the daemon does with the first request it gets. */
    private interface Answer {
        void give(Message request, SocketChannel channel) throws IOException;
    }

    private Xenstore connect(Duration limit, Answer answer) {
        Xenstore store = Xenstore.open(StoreAddress.socket(directory.resolve("s")), limit, ended::countDown);
        Thread daemon = new Thread(() -> {
            try (SocketChannel channel = server.accept()) {
                answer.give(Message.read(Channels.newInputStream(channel)), channel);
                ended.await();
            } catch (IOException e) {
                ended.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        daemon.setDaemon(true);
        daemon.start();
        return store;
    }

    private static void send(SocketChannel channel, byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    @Test
    void aLengthBeyondTheProtocolEndsTheConnection() throws InterruptedException {
        try (Xenstore store = connect(
                LIMIT,
                (request, channel) -> send(
                        channel, new byte[] {2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0x7f, 0}))) {
            assertThatThrownBy(() -> store.read(context, "/a"))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("more than the 1048576 that are taken");
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(store.isOpen()).isFalse();
        }
    }

    @Test
    void aReplyThatWasNotAskedForEndsTheConnection() {
        try (Xenstore store = connect(
                LIMIT,
                (request, channel) ->
                        send(channel, new Message(2, request.request() + 77, 0, Payload.of("x")).toBytes()))) {
            assertThatThrownBy(() -> store.read(context, "/a")).hasMessageContaining("was not made");
        }
    }

    @Test
    void aReplyOfAnotherTypeEndsTheConnection() {
        try (Xenstore store = connect(
                LIMIT,
                (request, channel) ->
                        send(channel, new Message(11, request.request(), 0, Payload.of("OK")).toBytes()))) {
            assertThatThrownBy(() -> store.read(context, "/a")).hasMessageContaining("with type 11");
        }
    }

    @Test
    void anErrorNobodyKnowsIsStillAnError() {
        try (Xenstore store = connect(
                LIMIT,
                (request, channel) ->
                        send(channel, new Message(16, request.request(), 0, Payload.of("EWHATEVER")).toBytes()))) {
            assertThatThrownBy(() -> store.read(context, "/a"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreError.UNKNOWN))
                    .hasMessageContaining("(EWHATEVER)");
            assertThat(store.isOpen()).isTrue();
        }
    }

    @Test
    void eventsThatMakeNoSenseAreDropped() {
        try (Xenstore store = connect(LIMIT, (request, channel) -> {
            send(channel, new Message(15, 0, 0, new byte[0]).toBytes());
            send(channel, new Message(15, 0, 0, Payload.of("/a")).toBytes());
            send(channel, new Message(15, 0, 0, Payload.of("/a", "no such token")).toBytes());
            send(channel, new Message(2, request.request(), 0, "value".getBytes()).toBytes());
        })) {
            assertThat(store.read(context, "/a")).contains("value");
        }
    }

    @Test
    void anythingAtAllEndsInAnErrorOrAValue() throws IOException {
        Random random = new Random(4_097);
        for (int round = 0; round < 100; round++) {
            byte[] noise = new byte[1 + random.nextInt(600)];
            random.nextBytes(noise);
            try (Xenstore store = Xenstore.open(StoreAddress.socket(directory.resolve("s")), LIMIT, () -> {});
                    SocketChannel channel = server.accept()) {
                CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> store.exists(context, "/a"));
                send(channel, noise);
                channel.shutdownOutput();
                assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(InnkeeperException.class);
            }
        }
    }

    @Test
    void aDaemonThatNeverAnswersIsNotWaitedForForever() {
        try (Xenstore store = connect(Duration.ofMillis(50), (request, channel) -> {})) {
            assertThatThrownBy(() -> store.read(context, "/a"))
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));
        }
    }

    @Test
    void cancellingEndsAWaitAndALateReplyIsDropped() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CallContext first = CallContext.create();
        try (Xenstore store = connect(LIMIT, (request, channel) -> {
            asked.countDown();
            awaitQuietly(cancelled);
            send(channel, new Message(2, request.request(), 0, "late".getBytes()).toBytes());
            Message second = Message.read(Channels.newInputStream(channel));
            send(channel, new Message(2, second.request(), 0, "in time".getBytes()).toBytes());
        })) {
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> store.exists(first, "/a"));
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            first.cancel();
            assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CallCancelledException.class);
            cancelled.countDown();
            assertThat(store.read(context, "/b")).contains("in time");
        }
    }

    @Test
    void closingEndsWhoeverWaits() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Xenstore store = connect(LIMIT, (request, channel) -> asked.countDown());
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> store.exists(context, "/a"));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        store.close();
        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(ConnectionClosedException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
