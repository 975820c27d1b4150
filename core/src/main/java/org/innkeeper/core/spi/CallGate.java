package org.innkeeper.core.spi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.InnkeeperException;

/**
 * What the calls of one connection of a driver go through: lets them pass while the connection is open, and ends those
 * that wait when it is closed. Safe from all threads.
 */
public final class CallGate {
    private final String uri;
    private final Set<CallContext> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param uri what the connection is called in messages */
    public CallGate(String uri) {
        this.uri = uri;
    }

    /**
     * Does a piece of work in the caller's thread.
     *
     * @param operation what it is called in the message when it is cancelled or its time is up
     * @throws ConnectionClosedException where the connection is closed, or is closed while the work waits
     * @throws CallCancelledException where the caller gave up or the deadline has passed
     */
    public <T> T call(CallContext context, String operation, Supplier<T> work) {
        underWay.add(context);
        try {
            if (closed) {
                throw closedException();
            }
            context.check(operation);
            return work.get();
        } catch (CallCancelledException e) {
            throw closed ? closedException() : e;
        } finally {
            underWay.remove(context);
        }
    }

    /** {@link #call} for work without a result. */
    public void run(CallContext context, String operation, Runnable work) {
        call(context, operation, () -> {
            work.run();
            return null;
        });
    }

    /** For a function there is nothing for: fails with that error, on a closed connection for being closed. */
    public <T> T refuse(CallContext context, InnkeeperException why) {
        return call(context, why.getMessage(), () -> {
            throw why;
        });
    }

    public boolean isOpen() {
        return !closed;
    }

    /** Closes it and cancels the calls under way. Calling it again does nothing. */
    public void close() {
        closed = true;
        underWay.forEach(CallContext::cancel);
    }

    private ConnectionClosedException closedException() {
        return new ConnectionClosedException("The connection to " + uri + " is closed");
    }
}
