package org.innkeeper.app.table;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.task.Coalesced;
import org.innkeeper.app.task.FxThread;

/**
 * Turns snapshots into rows on a thread of its own; the FX thread gets finished rows, at most once a frame. What comes
 * while it works is folded into one next run, so a slow sort never queues. Safe for any thread.
 *
 * <p>A live column re-orders at most every three seconds, and never while the rows are held: a row must not slip away
 * under the mouse.
 */
public final class GuestListModel implements AutoCloseable {
    private static final long LIVE_SORT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final GuestOrder order = new GuestOrder();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Coalesced publish;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "guest-list");
        thread.setDaemon(true);
        return thread;
    });

    private volatile FleetSnapshot fleet = FleetSnapshot.EMPTY;
    private volatile GuestQuery query = GuestQuery.ALL;
    private volatile boolean held;
    private volatile GuestRows rows = GuestRows.EMPTY;
    private long lastLiveSort;

    /** @param listener gets each new order on the FX thread */
    public GuestListModel(Consumer<GuestRows> listener) {
        publish = FxThread.coalesce(() -> listener.accept(rows));
    }

    public void setFleet(FleetSnapshot newest) {
        fleet = newest;
        schedule();
    }

    public GuestQuery query() {
        return query;
    }

    public void setQuery(GuestQuery wanted) {
        query = wanted;
        schedule();
    }

    /** While held, a live column keeps the order on screen. */
    public void setHeld(boolean hold) {
        held = hold;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true) && !worker.isShutdown()) {
            worker.execute(() -> {
                scheduled.set(false);
                rows = next(rows, fleet, query, System.nanoTime());
                publish.request();
            });
        }
    }

    private GuestRows next(GuestRows before, FleetSnapshot newest, GuestQuery wanted, long now) {
        List<GuestSnapshot> kept = order.keep(order.filter(newest, wanted), before);
        boolean asked = !wanted.equals(before.query());
        boolean due = !wanted.sort().live() || (!held && now - lastLiveSort >= LIVE_SORT_NANOS);
        if (!asked && !due) {
            return GuestRows.of(newest, wanted, kept, before);
        }
        lastLiveSort = now;
        return GuestRows.of(newest, wanted, order.sort(kept, newest, wanted), before);
    }
}
