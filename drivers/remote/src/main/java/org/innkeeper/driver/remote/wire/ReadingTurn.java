package org.innkeeper.driver.remote.wire;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.innkeeper.driver.remote.transport.Transport;

/**
 * Whose turn it is to read. A thread that waits for a reply reads itself where the transport lets it, and hands out what
 * comes for others: with one caller no other thread has to wake up for a call. The connection's own thread reads when no
 * call waits; it stands by while one call follows the other.
 */
final class ReadingTurn {
    /** How long no call must have ended until the connection's own thread reads again. */
    private static final long STANDBY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** What is done with what was read, and with what went wrong; on the thread whose turn it is. */
    interface Owner {
        boolean isAlive();

        int callsInFlight();

        void received(Message message);

        void endOfFile();

        void failed(Exception reason);

        /** Lets one call that waits for its turn go on, if there is one. */
        void wakeNextCall();
    }

    private final Transport transport;
    private final FrameReader frames;
    private final Lookout lookout;
    private final Owner owner;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile Thread standby;
    private volatile boolean standbyWantsIt;
    private volatile boolean resume;
    private volatile int callsEnded;

    ReadingTurn(Transport transport, Owner owner) {
        this.transport = transport;
        this.frames = new FrameReader(transport);
        this.lookout = new Lookout(frames);
        this.owner = owner;
    }

    /** Reads until the end of the connection, whenever no call does: the connection's own thread. */
    void readWhenNobodyDoes() {
        standby = Thread.currentThread();
        int seen = callsEnded;
        while (owner.isAlive()) {
            standbyWantsIt = false;
            int ended = callsEnded;
            if (ended != seen && !resume && transport.direct() != null) {
                seen = ended;
                LockSupport.parkNanos(this, STANDBY_NANOS);
                continue;
            }
            standbyWantsIt = true;
            if (!taken.compareAndSet(false, true)) {
                LockSupport.park(this);
                continue;
            }
            resume = false;
            seen = callsEnded;
            try {
                readUntilACallEnds(seen);
            } finally {
                release();
            }
        }
    }

    private void readUntilACallEnds(int seen) {
        try {
            while (owner.isAlive() && (callsEnded == seen || transport.direct() == null)) {
                Message message = frames.next();
                if (message == null) {
                    owner.endOfFile();
                    return;
                }
                owner.received(message);
            }
        } catch (IOException | RuntimeException e) {
            owner.failed(e);
        }
    }

    /**
     * Reads on the thread of a caller until its call is done, its time is over or it is cancelled.
     *
     * @return false when this is somebody else's turn: the caller has to wait
     */
    boolean readFor(PendingCall call, CallContext context) {
        DirectTransport direct = transport.direct();
        if (direct == null || !taken.compareAndSet(false, true)) {
            return false;
        }
        try {
            while (!call.isDone() && mayRead(context)) {
                readStep(direct, context.remainingNanos());
            }
            handOutWhatIsThere();
        } catch (IOException | RuntimeException e) {
            owner.failed(e);
        } finally {
            release();
        }
        return true;
    }

    /** Replies that came along wake their callers at once, not when the next one reads. */
    private void handOutWhatIsThere() {
        for (Message message = next(); message != null; message = next()) {
            owner.received(message);
        }
    }

    private Message next() {
        return owner.isAlive() ? frames.complete() : null;
    }

    private boolean mayRead(CallContext context) {
        return owner.isAlive()
                && !context.isCancelled()
                && !Thread.currentThread().isInterrupted()
                && context.remainingNanos() > 0;
    }

    private void readStep(DirectTransport direct, long nanos) throws IOException {
        Message message = frames.complete();
        if (message != null) {
            owner.received(message);
        } else if (lookout.await(direct, owner.callsInFlight() > 1, nanos) < 0) {
            owner.endOfFile();
        }
    }

    /** A call of this connection is over: others may follow at once. */
    void callEnded() {
        // Only whose turn it is writes it.
        callsEnded++;
    }

    private void release() {
        taken.set(false);
        owner.wakeNextCall();
        if (standbyWantsIt) {
            LockSupport.unpark(standby);
        }
    }

    /** Lets the connection's own thread read at once, where nobody does: somebody waits for something else than a reply. */
    void resume() {
        if (!taken.get()) {
            resume = true;
            LockSupport.unpark(standby);
        }
    }

    /** Ends the wait of a caller that reads; for one that is cancelled. */
    void wakeReader() {
        DirectTransport direct = transport.direct();
        if (direct != null) {
            direct.wakeUp();
        }
    }

    /** Ends all waits, so that everybody sees that the connection has ended. */
    void end() {
        LockSupport.unpark(standby);
    }
}
