package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who writes what to a transport that anybody may use. */
@Timeout(30)
class OutgoingQueueTest {
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final byte[] THIRD = {3};

    private final SlowPeer peer = new SlowPeer();
    private final AtomicInteger writers = new AtomicInteger();
    private final OutgoingQueue queue = new OutgoingQueue(peer, writers::incrementAndGet);

    /** Takes messages one by one, each as soon as the test lets it. */
    private static final class SlowPeer implements DirectTransport {
        private final List<byte[]> taken = new CopyOnWriteArrayList<>();
        private final List<Thread> by = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean full;
        private volatile boolean broken;

        @Override
        public boolean beginWrite(byte[] message) throws IOException {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (broken) {
                throw new IOException("broken pipe");
            }
            taken.add(message);
            by.add(Thread.currentThread());
            return !full;
        }

        @Override
        public void finishWrite() {
            full = false;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return -1;
        }

        @Override
        public int readNow(byte[] buffer, int offset, int length) {
            return -1;
        }

        @Override
        public boolean awaitReadable(long nanos) {
            return true;
        }

        @Override
        public void wakeUp() {
            // Nobody waits here.
        }

        @Override
        public boolean isEncrypted() {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String description() {
            return "a slow peer";
        }

        @Override
        public void close() {
            goOn.countDown();
        }
    }

    /** Sends on a thread of its own, which then is inside the write of that message. */
    private CompletableFuture<Thread> beginToSend(byte[] message) throws InterruptedException {
        CompletableFuture<Thread> sender = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                queue.send(message);
                sender.complete(Thread.currentThread());
            } catch (IOException | RuntimeException e) {
                sender.completeExceptionally(e);
            }
        });
        thread.start();
        assertThat(peer.begun.await(10, TimeUnit.SECONDS)).isTrue();
        return sender;
    }

    @Test
    void whatIsSentDuringAWriteIsWrittenByWhoWrites() throws Exception {
        CompletableFuture<Thread> sender = beginToSend(FIRST);
        queue.send(SECOND);
        queue.send(THIRD);
        assertThat(peer.taken).isEmpty();

        peer.goOn.countDown();

        Thread thread = sender.get(10, TimeUnit.SECONDS);
        assertThat(peer.taken).containsExactly(FIRST, SECOND, THIRD);
        assertThat(peer.by).containsOnly(thread);
        assertThat(writers).as("threads started to write").hasValue(0);
    }

    @Test
    void everyMessageIsWrittenByItself() throws Exception {
        peer.goOn.countDown();

        queue.send(FIRST);
        queue.send(SECOND);

        assertThat(peer.taken).containsExactly(FIRST, SECOND);
        assertThat(peer.by).containsOnly(Thread.currentThread());
    }

    @Test
    void whatThePeerDoesNotTakeAtOnceIsLeftToTheThreadThatWrites() throws Exception {
        peer.full = true;
        peer.goOn.countDown();

        queue.send(FIRST);
        queue.send(SECOND);

        assertThat(writers).hasValue(1);
        assertThat(peer.taken).containsExactly(FIRST);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(this::writeAll);
        await().until(() -> peer.taken.size() == 2);
        assertThat(peer.taken).containsExactly(FIRST, SECOND);
        queue.close(closed());
        writer.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aWriteThatFailsIsToldToWhoWrote() throws Exception {
        peer.broken = true;
        CompletableFuture<Thread> sender = beginToSend(FIRST);
        queue.send(SECOND);

        peer.goOn.countDown();

        assertThatThrownBy(() -> sender.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("broken pipe");
    }

    @Test
    void nothingIsWrittenAfterTheEnd() throws Exception {
        CompletableFuture<Thread> sender = beginToSend(FIRST);
        queue.send(SECOND);
        queue.close(closed());

        peer.goOn.countDown();

        sender.get(10, TimeUnit.SECONDS);
        assertThat(peer.taken).containsExactly(FIRST);
        assertThatThrownBy(() -> queue.send(THIRD)).isInstanceOf(ConnectionClosedException.class);
    }

    private void writeAll() {
        try {
            queue.writeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ErrorInfo closed() {
        return ErrorInfo.of(ErrorCode.INVALID_CONN, ErrorOrigin.RPC, "the connection was closed");
    }
}
