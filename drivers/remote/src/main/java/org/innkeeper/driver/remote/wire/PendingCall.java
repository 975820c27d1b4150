package org.innkeeper.driver.remote.wire;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.xdr.XdrException;

/** A call that was sent. The thread that waits for the reply takes it apart, not the one that reads. */
public final class PendingCall {
    private static final long LONGEST_PARK = TimeUnit.SECONDS.toNanos(60);

    private final Procedure procedure;
    private final int serial;
    private final ReadingTurn turn;
    private volatile Thread waiter;
    private volatile Message reply;
    private volatile ErrorInfo closed;

    PendingCall(Procedure procedure, int serial, ReadingTurn turn) {
        this.procedure = procedure;
        this.serial = serial;
        this.turn = turn;
    }

    public int serial() {
        return serial;
    }

    Procedure procedure() {
        return procedure;
    }

    void complete(Message message) {
        reply = message;
        LockSupport.unpark(waiter);
    }

    void close(ErrorInfo reason) {
        closed = reason;
        LockSupport.unpark(waiter);
    }

    boolean isDone() {
        return reply != null || closed != null;
    }

    /** Wakes the thread that waits for the reply, which may read for itself then; false when nobody waits. */
    boolean wakeWaiter() {
        Thread waiting = waiter;
        if (waiting == null || isDone()) {
            return false;
        }
        LockSupport.unpark(waiting);
        return true;
    }

    /** Waits for the results; an error of the far end is thrown as it was raised there. */
    public Values await(CallContext context) {
        Message message = awaitReply(context);
        try {
            if (message.header().status() == MessageStatus.ERROR) {
                throw new InnkeeperException(RemoteErrors.read(message.payload()));
            }
            return procedure.results().read(message.payload());
        } catch (XdrException e) {
            throw new InnkeeperException(
                    ProtocolFailure.info("the reply to " + procedure + " cannot be read: " + e.getMessage()), e);
        }
    }

    private Message awaitReply(CallContext context) {
        if (!isDone()) {
            Thread self = Thread.currentThread();
            // Set before the turn is tried, so that whoever gives it up knows whom to wake.
            waiter = self;
            Runnable forget = context.onCancel(() -> {
                LockSupport.unpark(self);
                turn.wakeReader();
            });
            try {
                readOrWait(context);
            } finally {
                forget.run();
                waiter = null;
            }
        }
        if (reply == null) {
            throw new ConnectionClosedException(closed, null);
        }
        return reply;
    }

    private void readOrWait(CallContext context) {
        while (!isDone()) {
            context.check(procedure.name());
            if (Thread.currentThread().isInterrupted()) {
                throw CallCancelledException.cancelled(procedure.name());
            }
            if (!turn.readFor(this, context)) {
                LockSupport.parkNanos(this, Math.max(1, Math.min(LONGEST_PARK, context.remainingNanos())));
            }
        }
    }
}
