package org.innkeeper.core.spi;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.EventBroadcaster;

/** Events of a host that has to be looked at to know what happens there: it is watched only while somebody listens. */
public final class WatchedEventFacet implements EventFacet {
    private static final int BOUND = 1_000;
    private static final int CLOSED_BY_CLIENT = 3;

    private final CallGate gate;
    private final Starter starter;
    private final EventBroadcaster broadcaster;
    private int listeners;
    private Watcher watcher;

    /** Watches a host until it is closed. */
    public interface Watcher extends AutoCloseable {
        /** Looks now; returns when what is different was told. A host that does not answer is left to the next look. */
        void look();

        /** Ends the watch; does not wait for a look that is under way. */
        @Override
        void close();
    }

    /** Begins to watch a host. */
    @FunctionalInterface
    public interface Starter {
        /** @param events is told what happens from now on, on any thread, in order */
        Watcher start(CallContext context, Consumer<ConnectionEvent> events);
    }

    /** @param host what the host is called in the name of the thread that tells events */
    public WatchedEventFacet(CallGate gate, String host, Starter starter) {
        this.gate = Objects.requireNonNull(gate, "gate");
        this.starter = Objects.requireNonNull(starter, "starter");
        broadcaster = new EventBroadcaster("listeners of " + host, BOUND);
    }

    @Override
    public AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        return gate.call(context, "events.subscribe", () -> begin(context, listener));
    }

    private synchronized AutoCloseable begin(CallContext context, Consumer<ConnectionEvent> listener) {
        if (watcher == null) {
            watcher = starter.start(context, broadcaster::publish);
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
    public void changed() {
        Watcher current;
        synchronized (this) {
            current = watcher;
        }
        if (current != null) {
            current.look();
        }
    }

    /** Tells an event that this connection causes itself and no look finds. */
    public void publish(ConnectionEvent event) {
        boolean heard;
        synchronized (this) {
            heard = watcher != null;
        }
        if (heard) {
            broadcaster.publish(event);
        }
    }

    /** Tells that the connection is closed, and ends the watch. */
    public void close() {
        broadcaster.publish(new ConnectionEvent.ConnectionClosed(CLOSED_BY_CLIENT, "closed by this program"));
        broadcaster.close();
        synchronized (this) {
            stop();
        }
    }
}
