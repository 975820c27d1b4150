package org.innkeeper.driver.qemu.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;

/**
 * One connection to a QMP monitor. Only its own two threads touch the channels, so that interrupting a caller closes
 * nothing. Replies are matched by id and may come in any order; a caller that gave up leaves its reply to be thrown away.
 * Safe for any thread.
 */
public final class QmpClient implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(QmpClient.class.getName());

    /** Commands that wait to be sent; more than that means that QEMU does not read, and nothing more is taken. */
    private static final int MAX_QUEUED = 1024;

    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final String peer;
    private final ReadableByteChannel in;
    private final WritableByteChannel out;
    private final QmpListener listener;
    private final CompletableFuture<QmpGreeting> greeting = new CompletableFuture<>();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<ByteBuffer> queue = new LinkedBlockingQueue<>(MAX_QUEUED);
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile String endReason = "";

    private record Pending(String command, CompletableFuture<JsonNode> reply) {}

    private QmpClient(String peer, ReadableByteChannel in, WritableByteChannel out, QmpListener listener) {
        this.peer = Objects.requireNonNull(peer, "peer");
        this.in = in;
        this.out = out;
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Connects to a monitor on a unix socket and leaves its negotiation mode.
     *
     * @throws InnkeeperException {@code OPERATION_FAILED} where nobody listens or what answers is not QMP
     */
    public static QmpClient connectUnix(CallContext context, Path socket, QmpListener listener) {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.OPERATION_FAILED,
                                    ErrorOrigin.QEMU,
                                    "cannot connect to the monitor " + socket + ": " + IoReason.of(e))
                            .withDetail(socket.toString()),
                    e);
        }
        return over(context, socket.toString(), channel, channel, listener);
    }

    /**
     * Talks over channels that are open already, such as the standard streams of a process, and leaves negotiation mode.
     * The client closes them.
     *
     * @param peer who is at the other end, for messages
     */
    public static QmpClient over(
            CallContext context, String peer, ReadableByteChannel in, WritableByteChannel out, QmpListener listener) {
        QmpClient client = new QmpClient(peer, in, out, listener);
        client.startThread("reader", client::readAll);
        client.startThread("writer", client::writeAll);
        try {
            client.await(context, client.greeting, "the greeting of " + peer);
            client.execute(context, "qmp_capabilities", null);
            return client;
        } catch (InnkeeperException e) {
            client.end("it never became usable");
            throw e;
        }
    }

    /** An empty object to fill with arguments. */
    public static ObjectNode object() {
        return JsonLines.object();
    }

    /** How the peer introduced itself. */
    public QmpGreeting greeting() {
        return greeting.join();
    }

    public boolean isOpen() {
        return !ended.get();
    }

    /**
     * Sends a command and waits for what it returns.
     *
     * @param arguments or null
     * @throws QmpCommandException where QEMU refuses it
     * @throws MonitorClosedException where the monitor is or gets closed
     */
    public JsonNode execute(CallContext context, String command, ObjectNode arguments) {
        return await(context, send(command, arguments), command);
    }

    /** Sends a command without arguments and waits for what it returns. */
    public JsonNode execute(CallContext context, String command) {
        return execute(context, command, null);
    }

    /**
     * Sends a command and returns at once, so that many can be under way. The future fails with what {@link #execute}
     * throws; cancelling it forgets the reply, not the command.
     *
     * @param arguments or null
     */
    public CompletableFuture<JsonNode> send(String command, ObjectNode arguments) {
        long id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> reply = new CompletableFuture<>();
        ObjectNode message = object();
        message.put("execute", command);
        if (arguments != null) {
            message.set("arguments", arguments);
        }
        message.put("id", id);
        pending.put(id, new Pending(command, reply));
        try {
            if (!queue.offer(JsonLines.encode(message))) {
                fail(
                        id,
                        new InnkeeperException(
                                ErrorCode.OPERATION_TIMEOUT,
                                ErrorOrigin.QEMU,
                                "the monitor " + peer + " takes no commands"));
            }
        } catch (IOException e) {
            fail(
                    id,
                    new InnkeeperException(
                            ErrorCode.INTERNAL_ERROR, ErrorOrigin.QEMU, "cannot write the command " + command, e));
        }
        if (ended.get()) {
            fail(id, new MonitorClosedException(peer, endReason));
        }
        return reply;
    }

    /**
     * Waits for a reply, as long as the context allows.
     *
     * @param what is waited for, for the message
     */
    public <T> T await(CallContext context, CompletableFuture<T> reply, String what) {
        Runnable forget = context.onCancel(() -> reply.completeExceptionally(CallCancelledException.cancelled(what)));
        try {
            return context.isLimited() ? reply.get(context.remainingNanos(), TimeUnit.NANOSECONDS) : reply.get();
        } catch (TimeoutException e) {
            throw CallCancelledException.timedOut(what);
        } catch (ExecutionException e) {
            throw rethrow(e.getCause(), what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(what);
        } finally {
            forget.run();
        }
    }

    /** Ends the connection and all who wait. Calling it again does nothing. */
    @Override
    public void close() {
        end("closed here");
    }

    private static InnkeeperException rethrow(Throwable cause, String what) {
        if (cause instanceof InnkeeperException known) {
            return known;
        }
        return new InnkeeperException(ErrorCode.INTERNAL_ERROR, ErrorOrigin.QEMU, what + " failed: " + cause, cause);
    }

    private void startThread(String role, Runnable work) {
        Thread thread = new Thread(null, work, "qmp-" + role + " " + peer, 256 << 10);
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        String reason = "its end was reached";
        try {
            JsonLines lines = new JsonLines(in);
            for (JsonNode message = lines.next(); message != null; message = lines.next()) {
                take(message);
            }
        } catch (IOException e) {
            reason = IoReason.of(e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.ERROR, "reading from the monitor " + peer, e);
            reason = "internal error: " + e;
        }
        end(reason);
    }

    private void take(JsonNode message) throws QmpProtocolException {
        if (message.has("event")) {
            JsonNode stamp = message.path("timestamp");
            long micros = stamp.path("seconds").asLong() * 1_000_000
                    + stamp.path("microseconds").asLong();
            JsonNode data = message.get("data");
            listener.event(new QmpEvent(message.get("event").asText(), data == null ? object() : data, micros));
        } else if (message.has("QMP")) {
            greeting.complete(QmpGreeting.of(message.get("QMP")));
        } else if (message.has("return") || message.has("error")) {
            takeReply(message);
        } else {
            throw new QmpProtocolException("a message is neither greeting, reply nor event");
        }
    }

    private void takeReply(JsonNode message) throws QmpProtocolException {
        JsonNode id = message.get("id");
        Pending asked = id == null || !id.canConvertToLong() ? null : pending.remove(id.asLong());
        if (asked == null) {
            throw new QmpProtocolException("a reply belongs to no command");
        }
        JsonNode error = message.get("error");
        if (error == null) {
            asked.reply().complete(message.get("return"));
        } else {
            asked.reply()
                    .completeExceptionally(new QmpCommandException(
                            asked.command(),
                            error.path("class").asText("GenericError"),
                            error.path("desc").asText("no reason given")));
        }
    }

    private void writeAll() {
        try {
            while (!ended.get()) {
                ByteBuffer message = queue.take();
                if (message == END) {
                    return;
                }
                while (message.hasRemaining()) {
                    out.write(message);
                }
            }
        } catch (IOException e) {
            end(IoReason.of(e));
        } catch (InterruptedException e) {
            end("its writer was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private void fail(long id, InnkeeperException reason) {
        Pending asked = pending.remove(id);
        if (asked != null) {
            asked.reply().completeExceptionally(reason);
        }
    }

    private void end(String reason) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        endReason = reason;
        closeQuietly(in);
        closeQuietly(out);
        queue.clear();
        queue.offer(END);
        greeting.completeExceptionally(new MonitorClosedException(peer, reason));
        for (Long id : pending.keySet()) {
            fail(id, new MonitorClosedException(peer, reason));
        }
        listener.closed(reason);
    }

    private void closeQuietly(AutoCloseable channel) {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "closing the monitor " + peer, e);
        }
    }
}
