package org.innkeeper.core.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.EventFacet;

/** Stands between a driver's event thread and a listener, so that a listener that fails harms nobody else. */
final class EventSubscription implements Subscription, Consumer<ConnectionEvent> {
    private static final Logger LOG = System.getLogger("org.innkeeper.core.api");

    private final Consumer<ConnectionEvent> listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile AutoCloseable handle = () -> {};

    private EventSubscription(Consumer<ConnectionEvent> listener) {
        this.listener = listener;
    }

    static EventSubscription begin(EventFacet facet, CallContext context, Consumer<ConnectionEvent> listener) {
        EventSubscription subscription = new EventSubscription(listener);
        subscription.handle = facet.subscribe(context, subscription);
        return subscription;
    }

    @Override
    public void accept(ConnectionEvent event) {
        if (ended.get()) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "a listener failed at the event " + event.getClass().getSimpleName(),
                    e);
        }
    }

    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            handle.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "events could not be ended cleanly", e);
        }
    }
}
