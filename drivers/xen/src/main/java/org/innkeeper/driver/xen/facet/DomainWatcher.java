package org.innkeeper.driver.xen.facet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.WatchedEventFacet;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.unified.Inventory;
import org.innkeeper.driver.xen.unified.XenParts;

/**
 * Looks at the domains while somebody listens: when a part's watch says that something changed, after each change by this
 * connection, and every few seconds for what no watch tells, such as a pause. What is different then are the events.
 */
final class DomainWatcher implements WatchedEventFacet.Watcher {
    private static final Logger LOG = System.getLogger(DomainWatcher.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofSeconds(15);

    /** A burst of changes, as a guest that starts makes, is one look. */
    private static final Duration CALM = Duration.ofMillis(100);

    private final XenParts parts;
    private final Inventory inventory;
    private final Consumer<ConnectionEvent> events;
    private final Semaphore changes = new Semaphore(0);
    private final List<AutoCloseable> watches = new ArrayList<>();
    private final Thread thread;
    private Map<UUID, DomainRecord> last;
    private volatile boolean closed;

    /** @param events is told what happened, on any thread, in order */
    DomainWatcher(CallContext context, XenParts parts, Inventory inventory, Consumer<ConnectionEvent> events) {
        this.parts = parts;
        this.inventory = inventory;
        this.events = events;
        last = domains(context);
        startWatches(context);
        thread = new Thread(this::run, "events of Xen");
        thread.setDaemon(true);
        thread.start();
    }

    private void startWatches(CallContext context) {
        for (XenPart part : parts.candidates(context, XenFunction.WATCH)) {
            try {
                watches.add(part.watch(context, this::changed));
            } catch (InnkeeperException e) {
                LOG.log(Level.DEBUG, "no watch by {0}: {1}", part.name(), e.getMessage());
            }
        }
    }

    private void changed(DomainChange change) {
        if (change.kind() == DomainChange.Kind.CHANGED || change.kind() == DomainChange.Kind.GAP) {
            inventory.forget();
        }
        changes.release();
    }

    private Map<UUID, DomainRecord> domains(CallContext context) {
        Map<UUID, DomainRecord> domains = new LinkedHashMap<>();
        inventory.all(context).forEach(domain -> domains.put(domain.uuid(), domain));
        return domains;
    }

    @Override
    public synchronized void look() {
        if (closed) {
            return;
        }
        try {
            Map<UUID, DomainRecord> now = domains(CallContext.within(LOOK));
            DomainDifferences.between(last, now).forEach(events);
            last = now;
        } catch (InnkeeperException e) {
            LOG.log(Level.DEBUG, "the domains cannot be looked at: {0}", e.getMessage());
        }
    }

    private void run() {
        try {
            while (!closed) {
                boolean told = changes.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                if (told) {
                    TimeUnit.MILLISECONDS.sleep(CALM.toMillis());
                    changes.drainPermits();
                }
                look();
            }
        } catch (InterruptedException e) {
            LOG.log(Level.TRACE, "the watch is over", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        for (AutoCloseable watch : watches) {
            try {
                watch.close();
            } catch (Exception e) {
                LOG.log(Level.DEBUG, "the end of a watch", e);
            }
        }
    }
}
