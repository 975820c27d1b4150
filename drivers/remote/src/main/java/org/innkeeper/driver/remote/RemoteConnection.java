package org.innkeeper.driver.remote;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.CallContext;
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

/** An open connection to a daemon. */
final class RemoteConnection implements DriverConnection {
    private static final System.Logger LOG = System.getLogger(RemoteConnection.class.getName());

    private final String uri;
    private final FarSide far;
    private final Runnable afterClose;
    private final Set<Feature> features;
    private final Map<Class<? extends Facet>, Facet> facets = new HashMap<>();

    /** @param afterClose gives back what the transports share */
    RemoteConnection(CallContext context, String uri, FarSide far, RemoteEvents events, Runnable afterClose) {
        this.uri = uri;
        this.far = far;
        this.afterClose = afterClose;
        FeatureProbe.Answer answer = new FeatureProbe(far).ask(context);
        this.features = Set.copyOf(answer.features());
        RemoteDomains domains = new RemoteDomains(far);
        RemoteJobs jobs = new RemoteJobs(far);
        JobWatch watch = new JobWatch(jobs);
        facets.put(DomainFacet.class, domains);
        facets.put(NodeFacet.class, new RemoteNode(far));
        facets.put(StatisticsFacet.class, new RemoteStatistics(far, domains));
        facets.put(VcpuFacet.class, new RemoteVcpus(far));
        putIf(Feature.DOMAIN_ATTACH, DeviceFacet.class, new RemoteDevices(far));
        putIf(Feature.DOMAIN_SAVE, SaveFacet.class, new RemoteSaves(far, watch));
        putIf(Feature.DOMAIN_SNAPSHOT, SnapshotFacet.class, new RemoteSnapshots(far));
        putIf(Feature.MIGRATION, MigrationFacet.class, new RemoteMigration(far, watch));
        putIf(Feature.SCHEDULER, SchedulerFacet.class, new RemoteScheduler(far));
        putIf(Feature.DOMAIN_JOBS, JobFacet.class, jobs);
        putIf(Feature.DOMAIN_METADATA, MetadataFacet.class, new RemoteMetadata(far));
        putIf(Feature.DOMAIN_SCREENSHOT, ConsoleFacet.class, new RemoteConsoles(far));
        putIf(Feature.EVENTS, EventFacet.class, events);
        putIf(Feature.NETWORKS, NetworkFacet.class, new RemoteNetworks(far, answer.isListedByName(Feature.NETWORKS)));
        putIf(Feature.STORAGE, StorageFacet.class, new RemoteStorage(far, answer.isListedByName(Feature.STORAGE)));
        putIf(
                Feature.NODE_DEVICES,
                NodeDeviceFacet.class,
                new RemoteNodeDevices(far, answer.isListedByName(Feature.NODE_DEVICES)));
        putIf(Feature.SECRETS, SecretFacet.class, new RemoteSecrets(far, answer.isListedByName(Feature.SECRETS)));
    }

    private void putIf(Feature feature, Class<? extends Facet> kind, Facet facet) {
        if (features.contains(feature)) {
            facets.put(kind, facet);
        }
    }

    @Override
    public <F extends Facet> Optional<F> facet(Class<F> kind) {
        return Optional.ofNullable(kind.cast(facets.get(kind)));
    }

    @Override
    public Set<Feature> features() {
        return features;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public boolean isAlive() {
        return far.connection().isAlive();
    }

    @Override
    public boolean isEncrypted() {
        return far.connection().transport().isEncrypted();
    }

    @Override
    public boolean isSecure() {
        return far.connection().transport().isSecure();
    }

    @Override
    public PeerInfo peer() {
        return far.connection().transport().peer();
    }

    @Override
    public void close() {
        if (isAlive()) {
            sayGoodbye();
        }
        far.connection().close();
        afterClose.run();
    }

    /** The daemon frees what it keeps for us at once instead of when it sees the end of the connection. */
    private void sayGoodbye() {
        try {
            far.connection().callUrgently(CallContext.within(Duration.ofMillis(500)), procedure("CONNECT_CLOSE"));
        } catch (InnkeeperException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing {0}: {1}", uri, e.getMessage());
        }
    }
}
