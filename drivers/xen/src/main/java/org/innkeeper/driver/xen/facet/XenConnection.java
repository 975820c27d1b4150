package org.innkeeper.driver.xen.facet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.spi.WatchedEventFacet;
import org.innkeeper.driver.xen.companion.Companions;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.save.ManagedSaves;
import org.innkeeper.driver.xen.unified.Inventory;
import org.innkeeper.driver.xen.unified.XenParts;

/** A connection to a Xen host. What it can do is found out when it is opened and stays so. */
public final class XenConnection implements DriverConnection {
    private static final String STATE = "innkeeper/xen";

    private final String uri;
    private final CallGate gate;
    private final XenParts parts;
    private final Set<Feature> features;
    private final Map<Class<? extends Facet>, Facet> facets = new HashMap<>();
    private final WatchedEventFacet events;
    private final XenConsoleFacet consoles;
    private final Path state;
    private final boolean local;

    /**
     * @param local whether the Xen is this machine's own
     * @param services lends networks
     */
    public XenConnection(
            CallContext context, String uri, XenParts parts, HostPaths paths, boolean local, LocalServices services) {
        this.uri = uri;
        this.parts = parts;
        this.local = local;
        gate = new CallGate(uri);
        state = paths.lib().resolve(STATE);
        Path run = paths.run().resolve(STATE);
        Companions companions = local ? Companions.at(state, run) : new Companions(state, run, false);
        features = Collections.unmodifiableSet(FunctionFeatures.of(parts.functions(context), companions.isUsable()));
        Inventory inventory = new Inventory(parts);
        events = new WatchedEventFacet(
                gate, "Xen", (subscription, listener) -> new DomainWatcher(subscription, parts, inventory, listener));
        LocalServices lent = stateRoot().isPresent() ? services : LocalServices.NONE;
        XenContext xen = new XenContext(
                gate,
                parts,
                inventory,
                paths,
                local,
                lent,
                state.toString(),
                companions,
                new ManagedSaves(state),
                new DiskSizes(),
                events::changed);
        Definitions definitions = new Definitions(xen);
        facets.put(DomainFacet.class, new XenDomainFacet(xen, definitions));
        facets.put(NodeFacet.class, new XenNodeFacet(xen));
        facets.put(VcpuFacet.class, new XenVcpuFacet(xen, definitions));
        add(SchedulerFacet.class, () -> new XenSchedulerFacet(xen));
        add(SaveFacet.class, () -> new XenSaveFacet(xen));
        add(DeviceFacet.class, () -> new XenDeviceFacet(xen, definitions));
        add(StatisticsFacet.class, () -> new XenStatisticsFacet(xen, definitions));
        add(MigrationFacet.class, () -> new XenMigrationFacet(xen, definitions));
        add(MetadataFacet.class, () -> new XenMetadataFacet(xen, definitions, events::publish));
        add(EventFacet.class, () -> events);
        consoles = new XenConsoleFacet(xen, definitions);
        facets.put(ConsoleFacet.class, consoles);
    }

    /** A facet none of whose functions can work is not there. */
    private <F extends Facet> void add(Class<F> kind, Supplier<F> facet) {
        if (features.stream().anyMatch(feature -> feature.facet() == kind)) {
            facets.put(kind, facet.get());
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
    public Optional<ErrorInfo> absence(Feature feature) {
        return new Absences(features, local).of(feature);
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
    public boolean isSecure() {
        return local;
    }

    @Override
    public Optional<String> stateRoot() {
        Path parent = state.getParent().getParent();
        return local && Files.isWritable(parent) ? Optional.of(state.toString()) : Optional.empty();
    }

    @Override
    public void close() {
        if (gate.isOpen()) {
            gate.close();
            consoles.close();
            events.close();
            parts.close();
        }
    }
}
