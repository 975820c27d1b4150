package org.innkeeper.core.spi;

import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;

/**
 * Events of a connection. All listeners are called on one thread of the connection, in the order in which things happened.
 * A listener neither blocks nor calls the driver. Queues are bounded: when events had to be dropped, or after a gap, one
 * {@link org.innkeeper.core.event.ConnectionEvent.Resync} comes instead.
 */
public interface EventFacet extends Facet {
    /**
     * Begins to deliver events to the listener, until the returned handle is closed. Closing it does not block; one event may
     * still come meanwhile.
     */
    AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener);
}
