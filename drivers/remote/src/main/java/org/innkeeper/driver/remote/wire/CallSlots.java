package org.innkeeper.driver.remote.wire;

import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;

/**
 * How many calls are in flight. A daemon works on at most five calls of a client and then stops reading, keepalive
 * included; so no more are sent, and the last slot is kept for urgent ones.
 */
final class CallSlots {
    /** libvirtd's default {@code max_client_requests}. */
    static final int DAEMON_LIMIT = 5;

    private final Runnable waiting;
    private int inFlight;
    private ErrorInfo closed;

    /** @param waiting is run when somebody has to wait until a call ends */
    CallSlots(Runnable waiting) {
        this.waiting = waiting;
    }

    synchronized void acquire(CallContext context, boolean urgent, String what) {
        int limit = urgent ? DAEMON_LIMIT : DAEMON_LIMIT - 1;
        if (inFlight >= limit && closed == null) {
            waitForSlot(context, limit, what);
        }
        checkOpen();
        inFlight++;
    }

    /** Takes a slot even where there is none: for calls so quick that even an urgent one can wait behind them. */
    synchronized void acquireAhead() {
        checkOpen();
        inFlight++;
    }

    synchronized void checkOpen() {
        if (closed != null) {
            throw new ConnectionClosedException(closed, null);
        }
    }

    private void waitForSlot(CallContext context, int limit, String what) {
        Runnable forget = context.onCancel(this::wake);
        try {
            while (inFlight >= limit && closed == null) {
                context.check(what);
                waiting.run();
                long millis = context.isLimited() ? context.remainingNanos() / 1_000_000 + 1 : 0;
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw org.innkeeper.core.error.CallCancelledException.cancelled(what);
        } finally {
            forget.run();
        }
    }

    synchronized void release() {
        inFlight--;
        notifyAll();
    }

    synchronized void close(ErrorInfo reason) {
        closed = reason;
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }
}
