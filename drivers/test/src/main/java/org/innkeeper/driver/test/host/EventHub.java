package org.innkeeper.driver.test.host;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.ConnectionEvent.DomainLifecycle;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.event.DomainLifecycleType;

/** Hands what happens on a host to all its connections. A listener only takes the event and returns. */
public final class EventHub {
    private final List<Consumer<ConnectionEvent>> listeners = new CopyOnWriteArrayList<>();

    public void add(Consumer<ConnectionEvent> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<ConnectionEvent> listener) {
        listeners.remove(listener);
    }

    public void post(ConnectionEvent event) {
        for (Consumer<ConnectionEvent> listener : listeners) {
            listener.accept(event);
        }
    }

    void post(TestDomain domain, DomainLifecycleType type, int detail) {
        post(new DomainLifecycle(domain.ref(), type, detail));
    }

    /** Anything that is not about the life of a domain. */
    void other(TestDomain domain, int eventId, Map<String, Object> values) {
        post(new DomainOther(domain.ref(), eventId, values));
    }
}
