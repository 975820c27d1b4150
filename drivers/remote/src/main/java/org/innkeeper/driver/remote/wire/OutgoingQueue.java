package org.innkeeper.driver.remote.wire;

import java.util.ArrayDeque;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;

/** Messages that wait for the thread that writes. Data of streams has a bound; calls are few by themselves. */
final class OutgoingQueue {
    /** The most bytes of stream data that wait. */
    private static final int STREAM_BOUND = 2 * 1024 * 1024;

    private final ArrayDeque<byte[]> messages = new ArrayDeque<>();
    private final ArrayDeque<byte[]> streamData = new ArrayDeque<>();
    private int streamBytes;
    private ErrorInfo closed;

    /** Adds a message that goes before all data of streams. */
    synchronized void add(byte[] message) {
        checkOpen();
        messages.add(message);
        notifyAll();
    }

    /** Adds data of a stream, waiting for room. */
    synchronized void addStreamData(CallContext context, byte[] message) {
        while (streamBytes > STREAM_BOUND && closed == null) {
            context.check("Writing to a stream");
            pause(250);
        }
        checkOpen();
        streamBytes += message.length;
        streamData.add(message);
        notifyAll();
    }

    /** The next message to write, waiting for one; null when the queue is closed. */
    synchronized byte[] take() {
        while (closed == null && messages.isEmpty() && streamData.isEmpty()) {
            pause(0);
        }
        if (closed != null) {
            return null;
        }
        byte[] message = messages.poll();
        if (message == null) {
            message = streamData.poll();
            streamBytes -= message.length;
            notifyAll();
        }
        return message;
    }

    synchronized void close(ErrorInfo reason) {
        closed = reason;
        messages.clear();
        streamData.clear();
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
