package org.innkeeper.driver.openvz.facet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.openvz.host.VzErrors;

/** Lets calls through while the connection is open, and ends those that wait when it is closed. */
final class Gate {
    private final String uri;
    private final Set<CallContext> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Gate(String uri) {
        this.uri = uri;
    }

    <T> T call(CallContext context, String operation, Supplier<T> work) {
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

    void run(CallContext context, String operation, Runnable work) {
        call(context, operation, () -> {
            work.run();
            return null;
        });
    }

    /** A function there is nothing for: fails, on a closed connection for that reason. */
    <T> T refuse(CallContext context, String what) {
        return call(context, what, () -> {
            throw VzErrors.unsupported(what);
        });
    }

    boolean isOpen() {
        return !closed;
    }

    void close() {
        closed = true;
        underWay.forEach(CallContext::cancel);
    }

    private ConnectionClosedException closedException() {
        return new ConnectionClosedException("The connection to " + uri + " is closed");
    }
}
