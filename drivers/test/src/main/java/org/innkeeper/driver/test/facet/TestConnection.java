package org.innkeeper.driver.test.facet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.test.hook.GuestActs;
import org.innkeeper.driver.test.host.TestHost;

/** A connection to a host in memory. */
public final class TestConnection implements DriverConnection {
    private static final int CLOSED_BY_ERROR = 0;
    private static final int CLOSED_BY_US = 3;

    private final TestHost host;
    private final String uri;
    private final Gate gate;
    private final Runnable onClose;
    private final TestEventFacet events;
    private final Map<Class<? extends Facet>, Facet> facets = new LinkedHashMap<>();

    /** @param onClose run once, when the connection is closed */
    public TestConnection(TestHost host, String uri, Faults faults, Runnable onClose) {
        this.host = host;
        this.uri = uri;
        this.onClose = onClose;
        gate = new Gate(faults);
        events = new TestEventFacet(host, gate);
        facets.put(DomainFacet.class, new TestDomainFacet(host, gate, this));
        facets.put(NodeFacet.class, new TestNodeFacet(host, gate));
        facets.put(StatisticsFacet.class, new TestStatisticsFacet(host, gate));
        facets.put(EventFacet.class, events);
        facets.put(DeviceFacet.class, new TestDeviceFacet(host, gate));
        facets.put(SaveFacet.class, new TestSaveFacet(host, gate));
        facets.put(JobFacet.class, new TestJobFacet(host, gate));
        facets.put(VcpuFacet.class, new TestVcpuFacet(host, gate));
        facets.put(SchedulerFacet.class, new TestSchedulerFacet(host, gate));
        facets.put(SnapshotFacet.class, new TestSnapshotFacet(host, gate));
        facets.put(NetworkFacet.class, new TestNetworkFacet(host, gate));
        facets.put(NodeDeviceFacet.class, new TestNodeDeviceFacet(host, gate));
        facets.put(SecretFacet.class, new TestSecretFacet(host, gate));
        facets.put(StorageFacet.class, new TestStorageFacet(host, gate));
        facets.put(ConsoleFacet.class, new TestConsoleFacet(host, gate));
        facets.put(MigrationFacet.class, new TestMigrationFacet(host, gate));
        facets.put(MetadataFacet.class, new TestMetadataFacet(host, gate));
        facets.put(GuestActs.class, new TestGuestActs(host, gate));
        if (faults.dieAfter() != null) {
            CompletableFuture.delayedExecutor(faults.dieAfter().toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> end(CLOSED_BY_ERROR, "The test host went away, as its URI asks for"));
        }
    }

    @Override
    public <F extends Facet> Optional<F> facet(Class<F> kind) {
        return Optional.ofNullable(kind.cast(facets.get(kind)));
    }

    @Override
    public Set<Feature> features() {
        EnumSet<Feature> features = Feature.of(facets.keySet());
        if (host.node().cellsFree().isEmpty()) {
            features.remove(Feature.NODE_FREE_CELLS);
        }
        return Collections.unmodifiableSet(features);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public boolean isAlive() {
        return gate.isAlive();
    }

    @Override
    public void close() {
        end(CLOSED_BY_US, "The connection to " + uri + " is closed");
    }

    private void end(int reason, String message) {
        if (gate.close(message)) {
            events.end(new ConnectionEvent.ConnectionClosed(reason, message));
            synchronized (host) {
                host.inventory().connectionEnded(this);
            }
            onClose.run();
        }
    }
}
