package org.innkeeper.driver.remote.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.innkeeper.driver.remote.transport.DirectTransport;

/**
 * Waits for what comes next, for the thread whose turn it is to read. Of several calls in flight the replies follow each
 * other closely where the daemon is near: there it looks again and again for a short while before it waits in the system.
 * That saves more than the looking costs, for a thread that sleeps between two replies leaves a processor idle, to which
 * the system then moves the daemon's threads back and forth. What did not come soon once is waited for the next time, so
 * that a daemon far away costs nothing. A single call is waited for at once, since nothing else is to be done meanwhile.
 */
final class Lookout {
    /** How long to look: several times what a daemon nearby needs for a call, and what the system needs to wake a thread. */
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final FrameReader frames;
    private boolean comesSoon;

    Lookout(FrameReader frames) {
        this.frames = frames;
    }

    /**
     * Reads what comes next.
     *
     * @param several whether more than one call is in flight
     * @param nanos how long to wait at most; {@link Long#MAX_VALUE} for ever
     * @return how many bytes came, 0 when it was left early or its time was over, -1 at the end
     */
    int await(DirectTransport direct, boolean several, long nanos) throws IOException {
        if (!several) {
            return sleep(direct, nanos);
        }
        long begin = System.nanoTime();
        int count = comesSoon ? look(direct, begin) : 0;
        if (count == 0) {
            count = sleep(direct, nanos);
        }
        comesSoon = count != 0 && System.nanoTime() - begin < LOOK_NANOS;
        return count;
    }

    private int look(DirectTransport direct, long begin) throws IOException {
        int count = frames.readNow(direct);
        while (count == 0 && System.nanoTime() - begin < LOOK_NANOS) {
            // Whoever has been woken with a reply goes first.
            Thread.yield();
            count = frames.readNow(direct);
        }
        return count;
    }

    private int sleep(DirectTransport direct, long nanos) throws IOException {
        return direct.awaitReadable(nanos) ? frames.readNow(direct) : 0;
    }
}
