package org.innkeeper.driver.remote.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.innkeeper.driver.remote.transport.Transport;

/**
 * Messages on their way out. Where the transport lets it, a message is written by whoever sends it, as far as that goes
 * without waiting; the rest, and all others, are written by a thread of their own. Data of streams has a bound; calls are
 * few by themselves.
 */
final class OutgoingQueue {
    /** The most bytes of stream data that wait. */
    private static final int STREAM_BOUND = 2 * 1024 * 1024;

    private final Transport transport;
    private final Runnable startWriter;
    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private final ArrayDeque<byte[]> streamData = new ArrayDeque<>();
    private DirectTransport begun;
    private boolean writing;
    private boolean writerStarted;
    private int streamBytes;
    private ErrorInfo closed;

    /** @param startWriter starts the thread that calls {@link #writeAll}; called once, when it is needed */
    OutgoingQueue(Transport transport, Runnable startWriter) {
        this.transport = transport;
        this.startWriter = startWriter;
    }

    /** Sends a message, which goes before all data of streams. */
    void send(byte[] message) throws IOException {
        DirectTransport direct = transport.direct();
        synchronized (this) {
            checkOpen();
            if (writing) {
                // Whoever writes takes it as well.
                messages.add(message);
                return;
            }
            if (direct == null || hasWork()) {
                messages.add(message);
                wakeWriter();
                return;
            }
            writing = true;
        }
        writeNow(direct, message);
    }

    /** Writes a message and those that others send meanwhile: that wakes no thread. */
    private void writeNow(DirectTransport direct, byte[] first) throws IOException {
        byte[] message = first;
        while (message != null) {
            boolean whole = false;
            try {
                whole = direct.beginWrite(message);
            } finally {
                message = whole ? nextOrStop() : null;
                if (!whole) {
                    stop(direct);
                }
            }
        }
    }

    private synchronized byte[] nextOrStop() {
        byte[] next = closed == null ? messages.poll() : null;
        if (next == null) {
            stop(null);
        }
        return next;
    }

    /** Sends data of a stream, waiting for room. */
    synchronized void sendStreamData(CallContext context, byte[] message) {
        while (streamBytes > STREAM_BOUND && closed == null) {
            context.check("Writing to a stream");
            pause(250);
        }
        checkOpen();
        streamBytes += message.length;
        streamData.add(message);
        wakeWriter();
    }

    /** Ends the turn of whoever wrote; the rest is for the thread of its own. */
    private synchronized void stop(DirectTransport unfinished) {
        writing = false;
        begun = unfinished;
        if (hasWork()) {
            wakeWriter();
        }
    }

    private boolean hasWork() {
        return begun != null || !messages.isEmpty() || !streamData.isEmpty();
    }

    private void wakeWriter() {
        if (!writerStarted) {
            writerStarted = true;
            startWriter.run();
        }
        notifyAll();
    }

    /** Writes what waits until the queue is closed: the thread of its own. */
    void writeAll() throws IOException {
        while (awaitWork()) {
            DirectTransport unfinished = begun;
            begun = null;
            if (unfinished != null) {
                unfinished.finishWrite();
            } else {
                transport.write(take());
            }
            stop(null);
        }
    }

    private synchronized boolean awaitWork() {
        while (closed == null && (writing || !hasWork())) {
            pause(0);
        }
        writing = true;
        return closed == null;
    }

    private synchronized byte[] take() {
        byte[] message = messages.poll();
        if (message == null) {
            message = streamData.remove();
            streamBytes -= message.length;
            notifyAll();
        }
        return message;
    }

    synchronized void close(ErrorInfo reason) {
        closed = reason;
        notifyAll();
    }

    private void checkOpen() {
        if (closed != null) {
            throw new ConnectionClosedException(closed, null);
        }
    }

    /** An interrupt of the caller does not end the connection; its context tells when to stop. */
    private void pause(long milliseconds) {
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionClosedException("the thread was interrupted");
        }
    }
}
