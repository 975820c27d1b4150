package org.innkeeper.app.task;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.FleetSnapshot;

/** The bridge: the newest snapshot of all hosts as a property of the FX thread. */
public final class FleetModel implements AutoCloseable {
    private final ReadOnlyObjectWrapper<FleetSnapshot> snapshot;
    private final AtomicReference<FleetSnapshot> newest;
    private final Fleet.Subscription subscription;

    public FleetModel(Fleet fleet) {
        FleetSnapshot first = fleet.snapshot();
        newest = new AtomicReference<>(first);
        snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot", first);
        Coalesced publish = FxThread.coalesce(() -> snapshot.set(newest.get()));
        subscription = fleet.listen(next -> {
            newest.set(next);
            publish.request();
        });
    }

    /** Changes on the FX thread only, at most once per frame. */
    public ReadOnlyObjectProperty<FleetSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public FleetSnapshot snapshot() {
        return snapshot.get();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
