package org.innkeeper.driver.xen.xenstore;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Carries requests and replies: as many may be under way as the link allows, each reply finds its request by number. A thread of its own writes,
 * another reads. When either fails, or the daemon says something that is not the protocol, the connection ends and every
 * request that waits fails.
 */
final class StoreConnection implements AutoCloseable {
    private static final byte[] NO_MORE = new byte[0];

    private final StoreAddress address;
    private final StoreLink link;
    private final Consumer<Message> events;
    private final Runnable ended;
    private final AtomicInteger lastRequest = new AtomicInteger();
    private final Map<Integer, Pending> pending = new ConcurrentHashMap<>();
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    /** One permit for each request that may be sent before others were answered. */
    private final Semaphore room;

    private final Object endLock = new Object();
    private InnkeeperException end;

    /** A request whose reply has not come. */
    private record Pending(MessageType type, String path, CompletableFuture<byte[]> reply) {}

    private StoreConnection(StoreAddress address, StoreLink link, Consumer<Message> events, Runnable ended) {
        this.address = address;
        this.link = link;
        this.events = events;
        this.ended = ended;
        this.room = new Semaphore(link.capacity());
    }

    /**
     * Opens a connection.
     *
     * @param events is given each event, on the thread that reads: it must not wait
     * @param ended runs once, when the connection has ended for whatever reason
     * @throws InnkeeperException {@code NO_XENSTORE}
     */
    static StoreConnection open(StoreAddress address, Consumer<Message> events, Runnable ended) {
        try {
            StoreConnection connection = new StoreConnection(address, StoreLink.open(address), events, ended);
            connection.start("xenstore-reader", connection::readAll);
            connection.start("xenstore-writer", connection::writeAll);
            return connection;
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.NO_XENSTORE,
                                    ErrorOrigin.XENSTORE,
                                    "The xenstore at " + address + " cannot be opened: " + e.getMessage())
                            .withRemedy("Is xenstored running, and may this user use its socket? It is root's alone."),
                    e);
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Sends a request.
     *
     * @param path what it is about, for the message of an error
     * @param payload at most {@link Message#MAX_PAYLOAD} bytes
     * @return its reply, or a {@link StoreException}, or the exception with which the connection ended
     */
    CompletableFuture<byte[]> send(MessageType type, int transaction, String path, byte[] payload) {
        if (payload.length > Message.MAX_PAYLOAD) {
            return CompletableFuture.failedFuture(new InnkeeperException(
                    ErrorCode.INVALID_ARG,
                    ErrorOrigin.XENSTORE,
                    "What is written to '" + path + "' in the xenstore is longer than " + Message.MAX_PAYLOAD
                            + " bytes"));
        }
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        synchronized (endLock) {
            if (end != null) {
                return CompletableFuture.failedFuture(end);
            }
            int number = nextNumber();
            pending.put(number, new Pending(type, path, reply));
            outgoing.add(new Message(type.number(), number, transaction, payload).toBytes());
        }
        return reply;
    }

    /** Never 0, which events have, and no number that is still under way after all others were used. */
    private int nextNumber() {
        int number;
        do {
            number = lastRequest.incrementAndGet();
        } while (number == 0 || pending.containsKey(number));
        return number;
    }

    private void writeAll() {
        try {
            for (byte[] message = outgoing.take(); message != NO_MORE; message = outgoing.take()) {
                room.acquire();
                link.write(message);
            }
        } catch (IOException e) {
            end(lost(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(lost(e));
        }
    }

    private void readAll() {
        try {
            while (true) {
                accept(Message.read(link.input()));
            }
        } catch (IOException e) {
            end(lost(e));
        }
    }

    private void accept(Message message) throws IOException {
        if (message.type() == MessageType.WATCH_EVENT.number()) {
            events.accept(message);
            return;
        }
        Pending request = pending.remove(message.request());
        if (request == null) {
            throw new IOException("it answered a request that was not made");
        }
        room.release();
        if (message.type() == MessageType.ERROR.number()) {
            String name = Payload.text(message.payload());
            request.reply.completeExceptionally(new StoreException(StoreError.ofName(name), name, request.path));
        } else if (message.type() == request.type.number()) {
            request.reply.complete(message.payload());
        } else {
            pending.put(message.request(), request);
            throw new IOException("it answered a request of type " + request.type.number() + " with type "
                    + Integer.toUnsignedString(message.type()));
        }
    }

    private InnkeeperException lost(Exception cause) {
        String why = cause.getMessage() == null ? "it hung up" : cause.getMessage();
        return new ConnectionClosedException(
                ErrorInfo.of(
                        ErrorCode.INVALID_CONN,
                        ErrorOrigin.XENSTORE,
                        "The connection to the xenstore at " + address + " has ended: " + why),
                cause);
    }

    /** Whether a request can still be sent. */
    boolean isOpen() {
        synchronized (endLock) {
            return end == null;
        }
    }

    private void end(InnkeeperException reason) {
        synchronized (endLock) {
            if (end != null) {
                return;
            }
            end = reason;
        }
        outgoing.add(NO_MORE);
        boolean idle = room.tryAcquire();
        try (link) {
            if (idle) {
                link.wakeReader();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        // Whoever waits to write finds the link closed.
        room.release();
        pending.values().forEach(request -> request.reply.completeExceptionally(reason));
        pending.clear();
        ended.run();
    }

    /** Ends it; requests that wait fail. */
    @Override
    public void close() {
        end(new ConnectionClosedException("The connection to the xenstore at " + address + " was closed"));
    }
}
