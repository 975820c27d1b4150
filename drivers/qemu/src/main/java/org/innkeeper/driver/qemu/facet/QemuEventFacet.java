package org.innkeeper.driver.qemu.facet;

import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.EventBroadcaster;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;

/** Events of one connection. */
final class QemuEventFacet implements EventFacet {
    private static final int BOUND = 4096;
    private static final int CLOSED_BY_US = 3;

    private final EmbeddedHost host;
    private final CallGate gate;
    private final EventBroadcaster broadcaster = new EventBroadcaster("qemu driver events", BOUND);

    QemuEventFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
        host.events().add(broadcaster);
    }

    @Override
    public AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        return gate.call(context, "subscribing to events", () -> broadcaster.subscribe(listener));
    }

    void close() {
        host.events().remove(broadcaster);
        broadcaster.publish(new ConnectionEvent.ConnectionClosed(CLOSED_BY_US, "The connection was closed"));
        broadcaster.close();
    }
}
