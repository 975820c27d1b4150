package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * The bytes of a connected socket. The channel never blocks, since a thread that is interrupted in a blocking channel closes
 * it; all waiting is in selectors, which an interrupt only wakes.
 */
public final class ChannelBytes {
    /** The most bytes moved at once: the system keeps a buffer of that size for each thread. */
    private static final int PIECE = 64 * 1024;

    private final SocketChannel channel;
    private final Selector readable;
    private final Object writerLock = new Object();
    private Selector writable;
    private volatile boolean closed;

    /** Takes over the channel; it is closed when that fails. */
    public ChannelBytes(SocketChannel channel) throws IOException {
        this.channel = channel;
        try {
            channel.configureBlocking(false);
            readable = Selector.open();
            channel.register(readable, SelectionKey.OP_READ);
        } catch (IOException e) {
            CloseQuietly.close(channel, "a socket");
            throw e;
        }
    }

    /**
     * Reads what is there.
     *
     * @return how many bytes, 0 when nothing is there, -1 at the end
     */
    public int readNow(ByteBuffer buffer) throws IOException {
        int limit = buffer.limit();
        buffer.limit(Math.min(limit, buffer.position() + PIECE));
        try {
            return channel.read(buffer);
        } finally {
            buffer.limit(limit);
        }
    }

    /** As {@link #readNow}, waiting for at least one byte. An interrupt does not end it. */
    public int read(ByteBuffer buffer) throws IOException {
        boolean interrupted = false;
        try {
            for (; ; ) {
                int count = readNow(buffer);
                if (count != 0) {
                    return count;
                }
                interrupted |= Thread.interrupted();
                awaitReadable(Long.MAX_VALUE);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As {@link DirectTransport#awaitReadable}. */
    public boolean awaitReadable(long nanos) throws IOException {
        return await(readable, nanos);
    }

    /** As {@link DirectTransport#wakeUp}. */
    public void wakeUp() {
        readable.wakeup();
    }

    /** Writes what the system takes at once. */
    public void writeNow(ByteBuffer buffer) throws IOException {
        int limit = buffer.limit();
        try {
            while (buffer.position() < limit) {
                int piece = Math.min(PIECE, limit - buffer.position());
                buffer.limit(buffer.position() + piece);
                if (channel.write(buffer) < piece) {
                    return;
                }
            }
        } finally {
            buffer.limit(limit);
        }
    }

    /** Writes all of it. An interrupt does not end it. */
    public void write(ByteBuffer buffer) throws IOException {
        boolean interrupted = false;
        try {
            for (writeNow(buffer); buffer.hasRemaining(); writeNow(buffer)) {
                interrupted |= Thread.interrupted();
                await(writable(), Long.MAX_VALUE);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Few connections ever have to wait for room, so most go without it. */
    private Selector writable() throws IOException {
        synchronized (writerLock) {
            if (closed) {
                throw new AsynchronousCloseException();
            }
            if (writable == null) {
                writable = Selector.open();
                channel.register(writable, SelectionKey.OP_WRITE);
            }
            return writable;
        }
    }

    private boolean await(Selector selector, long nanos) throws IOException {
        try {
            if (nanos == Long.MAX_VALUE) {
                selector.select();
            } else {
                selector.select(nanos / 1_000_000 + 1);
            }
            if (closed) {
                throw new AsynchronousCloseException();
            }
            boolean ready = !selector.selectedKeys().isEmpty();
            selector.selectedKeys().clear();
            return ready;
        } catch (ClosedSelectorException e) {
            throw new IOException("the connection was closed", e);
        }
    }

    /** Ends all waits. */
    public void close() {
        closed = true;
        CloseQuietly.close(channel, "a socket");
        // A channel lets go of its socket only when no selector knows it any more.
        CloseQuietly.close(readable, "a selector");
        synchronized (writerLock) {
            if (writable != null) {
                CloseQuietly.close(writable, "a selector");
            }
        }
    }
}
