package org.innkeeper.driver.openvz.facet;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.EventBroadcaster;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.openvz.host.VzHost;

/** Events. The host is watched only while somebody listens. */
final class OpenvzEventFacet implements EventFacet {
    private static final int BOUND = 1_000;
    private static final int CLOSED_BY_CLIENT = 3;

    private final VzHost host;
    private final CallGate gate;
    private final EventBroadcaster broadcaster = new EventBroadcaster("listeners of OpenVZ", BOUND);
    private int listeners;
    private ContainerWatcher watcher;

    OpenvzEventFacet(VzHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        return gate.call(context, "events.subscribe", () -> begin(context, listener));
    }

    private synchronized AutoCloseable begin(CallContext context, Consumer<ConnectionEvent> listener) {
        if (watcher == null) {
            watcher = new ContainerWatcher(context, host, broadcaster::publish);
        }
        listeners++;
        AutoCloseable subscription = broadcaster.subscribe(listener);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                subscription.close();
                end();
            }
        };
    }

    private synchronized void end() {
        listeners--;
        if (listeners == 0) {
            stop();
        }
    }

    private void stop() {
        if (watcher != null) {
            watcher.close();
            watcher = null;
        }
    }

    /** After a change by this connection: listeners hear of each step, however quickly the next one follows. */
    void changed() {
        ContainerWatcher current;
        synchronized (this) {
            current = watcher;
        }
        if (current != null) {
            current.look();
        }
    }

    void close() {
        broadcaster.publish(new ConnectionEvent.ConnectionClosed(CLOSED_BY_CLIENT, "closed by this program"));
        broadcaster.close();
        synchronized (this) {
            stop();
        }
    }
}
