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

/** A call that was sent. The thread that sent it waits for the reply and takes it apart, not the thread that reads. */
public final class PendingCall {
    private final Procedure procedure;
    private final int serial;
    private volatile Thread waiter;
    private volatile Message reply;
    private volatile ErrorInfo closed;

    PendingCall(Procedure procedure, int serial) {
        this.procedure = procedure;
        this.serial = serial;
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
        waiter = Thread.currentThread();
        boolean interrupted = false;
        Thread self = Thread.currentThread();
        Runnable forget = context.onCancel(() -> LockSupport.unpark(self));
        try {
            while (reply == null && closed == null) {
                context.check(procedure.name());
                if (Thread.interrupted()) {
                    interrupted = true;
                    throw CallCancelledException.cancelled(procedure.name());
                }
                if (context.isLimited()) {
                    LockSupport.parkNanos(this, Math.max(1, context.remainingNanos()));
                } else {
                    LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(60));
                }
            }
        } finally {
            forget.run();
            if (interrupted) {
                self.interrupt();
            }
        }
        if (reply == null) {
            throw new ConnectionClosedException(closed, null);
        }
        return reply;
    }
}
