package org.innkeeper.driver.openvz.facet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.spi.WatchedEventFacet;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.host.VzctlAbilities;

/** A connection to the OpenVZ host. */
public final class OpenvzConnection implements DriverConnection {
    private static final Set<Feature> FEATURES = EnumSet.of(
            Feature.DOMAIN_DEFINE,
            Feature.DOMAIN_SHUTDOWN,
            Feature.DOMAIN_REBOOT,
            Feature.DOMAIN_AUTOSTART,
            Feature.DOMAIN_RENAME,
            Feature.DOMAIN_SET_MEMORY,
            Feature.DOMAIN_SET_MAX_MEMORY,
            Feature.DOMAIN_VCPUS_LIVE,
            Feature.DOMAIN_METADATA,
            Feature.DOMAIN_CAPABILITIES,
            Feature.DOMAIN_INTERFACE_ADDRESSES,
            Feature.SCHEDULER,
            Feature.STATS_BULK,
            Feature.STATS_CPU,
            Feature.STATS_MEMORY,
            Feature.STATS_INTERFACE,
            Feature.NODE_CPU_STATS,
            Feature.NODE_MEMORY_STATS,
            Feature.EVENTS);

    private final String uri;
    private final CallGate gate;
    private final Set<Feature> features;
    private final Absences absences;
    private final WatchedEventFacet events;
    private final OpenvzConsoleFacet consoles;
    private final Map<Class<? extends Facet>, Facet> facets;

    /** @param abilities what the installed vzctl can do */
    public OpenvzConnection(VzHost host, String uri, VzctlAbilities abilities) {
        this.uri = uri;
        gate = new CallGate(uri);
        features = features(abilities);
        absences = new Absences(abilities);
        events = new WatchedEventFacet(
                gate, "OpenVZ", (subscription, listener) -> new ContainerWatcher(subscription, host, listener));
        OpenvzContext openvz = new OpenvzContext(host, gate, abilities, events::changed);
        consoles = new OpenvzConsoleFacet(openvz);
        facets = Map.of(
                DomainFacet.class, new OpenvzDomainFacet(openvz),
                NodeFacet.class, new OpenvzNodeFacet(openvz),
                VcpuFacet.class, new OpenvzVcpuFacet(openvz),
                SchedulerFacet.class, new OpenvzSchedulerFacet(openvz),
                StatisticsFacet.class, new OpenvzStatisticsFacet(openvz),
                MetadataFacet.class, new OpenvzMetadataFacet(openvz, events::publish),
                SaveFacet.class, new OpenvzSaveFacet(openvz),
                ConsoleFacet.class, consoles,
                EventFacet.class, events);
    }

    private static Set<Feature> features(VzctlAbilities abilities) {
        Set<Feature> features = EnumSet.copyOf(FEATURES);
        if (abilities.checkpoint()) {
            features.addAll(List.of(Feature.DOMAIN_SUSPEND, Feature.DOMAIN_SAVE, Feature.DOMAIN_MANAGED_SAVE));
        }
        if (abilities.console()) {
            features.add(Feature.DOMAIN_CONSOLE);
        }
        if (abilities.cpuMask()) {
            features.add(Feature.DOMAIN_VCPU_PIN);
        }
        return Collections.unmodifiableSet(features);
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
    public Optional<ErrorInfo> absence(Feature feature) {
        return features.contains(feature) ? Optional.empty() : absences.of(feature);
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
        if (gate.isOpen()) {
            gate.close();
            consoles.close();
            events.close();
        }
    }
}
