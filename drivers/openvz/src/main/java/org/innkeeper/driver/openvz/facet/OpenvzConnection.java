package org.innkeeper.driver.openvz.facet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.openvz.host.VzHost;

/** A connection to the OpenVZ host. */
public final class OpenvzConnection implements DriverConnection {
    private static final Set<Feature> FEATURES = Collections.unmodifiableSet(EnumSet.of(
            Feature.DOMAIN_DEFINE,
            Feature.DOMAIN_SHUTDOWN,
            Feature.DOMAIN_REBOOT,
            Feature.DOMAIN_AUTOSTART,
            Feature.DOMAIN_RENAME,
            Feature.DOMAIN_SET_MEMORY,
            Feature.DOMAIN_SET_MAX_MEMORY,
            Feature.DOMAIN_VCPUS_LIVE,
            Feature.SCHEDULER,
            Feature.STATS_BULK,
            Feature.STATS_CPU,
            Feature.STATS_MEMORY,
            Feature.STATS_INTERFACE,
            Feature.NODE_CPU_STATS,
            Feature.NODE_MEMORY_STATS));

    private final String uri;
    private final CallGate gate;
    private final Map<Class<? extends Facet>, Facet> facets;

    public OpenvzConnection(VzHost host, String uri) {
        this.uri = uri;
        gate = new CallGate(uri);
        facets = Map.of(
                DomainFacet.class, new OpenvzDomainFacet(host, gate),
                NodeFacet.class, new OpenvzNodeFacet(host, gate),
                VcpuFacet.class, new OpenvzVcpuFacet(host, gate),
                SchedulerFacet.class, new OpenvzSchedulerFacet(host, gate),
                StatisticsFacet.class, new OpenvzStatisticsFacet(host, gate));
    }

    @Override
    public <F extends Facet> Optional<F> facet(Class<F> kind) {
        return Optional.ofNullable(kind.cast(facets.get(kind)));
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public boolean isAlive() {
        return gate.isOpen();
    }

    @Override
    public void close() {
        gate.close();
    }
}
