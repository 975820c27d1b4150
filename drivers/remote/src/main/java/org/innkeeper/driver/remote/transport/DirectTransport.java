package org.innkeeper.driver.remote.transport;

import java.io.IOException;

/**
 * A transport that any thread may use itself, without a thread of the driver in between: no read or write waits inside the
 * system, so that an interrupt closes nothing, and the one place where a thread waits can be left at any time.
 *
 * <p>One thread at a time reads, one at a time writes; the caller sees to that.
 */
public interface DirectTransport extends Transport {
    /**
     * Waits until {@link #read} returns at once. Returns early when the thread is interrupted, which stays interrupted, and
     * after {@link #wakeUp}.
     *
     * @param nanos how long at most; {@link Long#MAX_VALUE} for ever
     * @return whether there is something to read, the end included
     */
    boolean awaitReadable(long nanos) throws IOException;

    /**
     * Reads what is there, without waiting.
     *
     * @return how many bytes, 0 when nothing is there, -1 at the end
     */
    int readNow(byte[] buffer, int offset, int length) throws IOException;

    /** Ends the wait for something to read, or else the next one. */
    void wakeUp();

    /**
     * Writes as much of a message as can be without waiting.
     *
     * @return whether that was all; otherwise {@link #finishWrite} must come before the next message
     */
    boolean beginWrite(byte[] message) throws IOException;

    /** Writes what {@link #beginWrite} left over, waiting where it must. An interrupt does not end it. */
    void finishWrite() throws IOException;

    @Override
    default void write(byte[] message) throws IOException {
        if (!beginWrite(message)) {
            finishWrite();
        }
    }
}
