package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostSnapshot;

/** Tells listeners about changes: a moment after the first one, and at most ten times a second. */
final class Publisher {
    /** Hosts are polled at about the same time; their answers go out together. */
    private static final long SHORTEST = Duration.ofMillis(15).toNanos();

    private static final long BETWEEN = Duration.ofMillis(100).toNanos();

    private final Workers workers;
    private final Supplier<List<HostSnapshot>> hosts;
    private final CopyOnWriteArrayList<Consumer<FleetSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private volatile FleetSnapshot newest = FleetSnapshot.EMPTY;
    private boolean scheduled;
    private long last = System.nanoTime() - BETWEEN;

    Publisher(Workers workers, Supplier<List<HostSnapshot>> hosts) {
        this.workers = workers;
        this.hosts = hosts;
    }

    /** Something changed. */
    void changed() {
        synchronized (this) {
            if (scheduled) {
                return;
            }
            scheduled = true;
            long wait = Math.max(SHORTEST, last + BETWEEN - System.nanoTime());
            workers.timer().schedule(() -> workers.pool().execute(this::publish), Duration.ofNanos(wait));
        }
    }

    private void publish() {
        synchronized (this) {
            scheduled = false;
            last = System.nanoTime();
        }
        FleetSnapshot snapshot;
        synchronized (turn) {
            snapshot = new FleetSnapshot(newest.revision() + 1, hosts.get());
            newest = snapshot;
            listeners.forEach(listener -> listener.accept(newest));
        }
    }

    FleetSnapshot newest() {
        return newest;
    }

    Fleet.Subscription listen(Consumer<FleetSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
