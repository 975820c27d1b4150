package org.innkeeper.driver.qemu.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.event.EventBroadcaster;

/** Hands what happens to all connections that share a host. Does not block. */
public final class EventHub {
    private final List<EventBroadcaster> connections = new CopyOnWriteArrayList<>();

    public void add(EventBroadcaster connection) {
        connections.add(connection);
    }

    public void remove(EventBroadcaster connection) {
        connections.remove(connection);
    }

    public void publish(ConnectionEvent event) {
        connections.forEach(connection -> connection.publish(event));
    }

    void lifecycle(Guest guest, DomainLifecycleType type, int detail) {
        publish(new ConnectionEvent.DomainLifecycle(guest.view().ref(), type, detail));
    }
}
