package org.innkeeper.driver.openvz.facet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.WatchedEventFacet;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.HostTraces;
import org.innkeeper.driver.openvz.host.VzHost;

/**
 * Looks at the containers while somebody listens: after each change by this connection, and when the kernel's tables or the
 * configuration files, which are looked at every two seconds, are not as they were. What is different then are the events.
 * OpenVZ tells nobody of its own accord what happens.
 */
final class ContainerWatcher implements WatchedEventFacet.Watcher {
    private static final Logger LOG = System.getLogger(ContainerWatcher.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final VzHost host;
    private final HostTraces traces;
    private final Consumer<ConnectionEvent> events;
    private final Thread thread;
    private Map<UUID, Container> last;
    private volatile boolean closed;

    /** @param events is told what happened, on any thread, in order */
    ContainerWatcher(CallContext context, VzHost host, Consumer<ConnectionEvent> events) {
        this.host = host;
        this.events = events;
        traces = new HostTraces(host.paths());
        traces.changed();
        last = containers(context);
        thread = new Thread(this::run, "events of OpenVZ");
        thread.setDaemon(true);
        thread.start();
    }

    private Map<UUID, Container> containers(CallContext context) {
        Map<UUID, Container> containers = new LinkedHashMap<>();
        host.all(context).forEach(container -> containers.put(container.uuid(), container));
        return containers;
    }

    @Override
    public synchronized void look() {
        if (closed) {
            return;
        }
        try {
            Map<UUID, Container> now = containers(CallContext.within(LOOK));
            ContainerDifferences.between(last, now).forEach(events);
            last = now;
        } catch (InnkeeperException e) {
            LOG.log(Level.DEBUG, "the containers cannot be looked at: {0}", e.getMessage());
            traces.forget();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Thread.sleep(INTERVAL.toMillis());
                if (traces.changed()) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.TRACE, "the watch is over", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
