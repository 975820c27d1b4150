package org.innkeeper.driver.xen.xenstore;

import java.lang.System.Logger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainChange;

/**
 * Tells changes of domains to any number of listeners, by one connection with watches. Where the connection ends it is made
 * again, with a pause that grows, and the listeners are told of the gap.
 */
final class ChangeWatch implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(ChangeWatch.class.getName());

    private static final String INTRODUCED = "@introduceDomain";
    private static final String RELEASED = "@releaseDomain";

    private static final Pattern DOMAIN = Pattern.compile(StoredDomain.ALL + "/(\\d{1,9})(|/.*)");

    /** What below a domain is worth telling; its devices and its guest write much else there. */
    private static final Pattern CHANGE =
            Pattern.compile("/(name|memory/target|cpu/\\d+/availability|device/.*/state|console/(tty|vnc-port))");

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LAST_PAUSE_MILLIS = 10_000;

    private final StoreSession session;
    private final List<Consumer<DomainChange>> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private ScheduledExecutorService repairs;
    private Xenstore store;
    private volatile Set<Integer> known = Set.of();
    private boolean closed;

    ChangeWatch(StoreSession session) {
        this.session = session;
    }

    /** Begins to tell a listener; the first one makes the connection. */
    AutoCloseable subscribe(CallContext context, Consumer<DomainChange> listener) {
        boolean gap;
        synchronized (lock) {
            boolean connected = store != null && store.isOpen();
            if (!connected) {
                connect(context);
            }
            gap = !connected && !listeners.isEmpty();
            listeners.add(listener);
        }
        if (gap) {
            tell(DomainChange.of(DomainChange.Kind.GAP));
        }
        return () -> {
            synchronized (lock) {
                listeners.remove(listener);
                if (listeners.isEmpty()) {
                    disconnect();
                }
            }
        };
    }

    /** Under the lock. */
    private void connect(CallContext context) {
        Xenstore opened = session.another(this::lost);
        try {
            known = Set.copyOf(new StoreInventory(opened).ids(context));
            opened.watch(context, INTRODUCED, path -> compare(opened));
            // The first event tells only that the watch is there.
            AtomicBoolean begun = new AtomicBoolean();
            opened.watch(context, RELEASED, path -> {
                if (!compare(opened) && begun.getAndSet(true)) {
                    tell(DomainChange.of(DomainChange.Kind.RELEASED));
                }
            });
            opened.watch(context, StoredDomain.ALL, path -> changed(opened, path));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        store = opened;
    }

    /** Under the lock. */
    private void disconnect() {
        Xenstore open = store;
        store = null;
        if (open != null) {
            open.close();
        }
    }

    private void changed(Xenstore from, String path) {
        Matcher domain = DOMAIN.matcher(path);
        if (!domain.matches()) {
            return;
        }
        int id = Integer.parseInt(domain.group(1));
        if (domain.group(2).isEmpty() || !known.contains(id)) {
            compare(from);
        } else if (CHANGE.matcher(domain.group(2)).matches()) {
            tell(new DomainChange(DomainChange.Kind.CHANGED, id));
        }
    }

    /** Compares the domains with those there were, and tells the difference; false where there is none. */
    private boolean compare(Xenstore from) {
        Set<Integer> now;
        try {
            now = Set.copyOf(new StoreInventory(from).ids(CallContext.create()));
        } catch (InnkeeperException e) {
            LOGGER.log(Logger.Level.DEBUG, "The domains cannot be listed: {0}", e.getMessage());
            return false;
        }
        Set<Integer> before = known;
        known = now;
        minus(now, before).forEach(id -> tell(new DomainChange(DomainChange.Kind.INTRODUCED, id)));
        minus(before, now).forEach(id -> tell(new DomainChange(DomainChange.Kind.RELEASED, id)));
        return !now.equals(before);
    }

    private static Set<Integer> minus(Set<Integer> some, Set<Integer> others) {
        Set<Integer> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private void tell(DomainChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** The connection has ended: by this object, or it has to be made again. */
    private void lost() {
        synchronized (lock) {
            if (closed || store == null) {
                return;
            }
            store = null;
            repair(FIRST_PAUSE_MILLIS);
        }
    }

    /** Under the lock. */
    private void repair(long pause) {
        if (repairs == null) {
            repairs = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "xenstore-repair");
                thread.setDaemon(true);
                return thread;
            });
        }
        repairs.schedule(() -> tryAgain(pause), pause, TimeUnit.MILLISECONDS);
    }

    private void tryAgain(long pause) {
        synchronized (lock) {
            if (closed || store != null || listeners.isEmpty()) {
                return;
            }
            try {
                connect(CallContext.create());
            } catch (InnkeeperException e) {
                LOGGER.log(Logger.Level.DEBUG, "The xenstore is still away: {0}", e.getMessage());
                repair(Math.min(2 * pause, LAST_PAUSE_MILLIS));
                return;
            }
        }
        tell(DomainChange.of(DomainChange.Kind.GAP));
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            listeners.clear();
            disconnect();
            if (repairs != null) {
                repairs.shutdownNow();
            }
        }
    }
}
