package org.innkeeper.driver.qemu.facet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.error.InnkeeperException;
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
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;

/** One connection to the embedded driver. Several share a host; the last one that closes lets go of it. */
public final class QemuConnection implements DriverConnection {
    private static final System.Logger LOG = System.getLogger(QemuConnection.class.getName());

    private final String uri;
    private final String stateRoot;
    private final CallGate gate;
    private final Runnable onClose;
    private final Map<Class<? extends Facet>, Facet> facets = new LinkedHashMap<>();
    private final Set<Feature> features;
    private final QemuDomainFacet domains;
    private final QemuEventFacet events;
    private final QemuConsoleFacet consoles;

    /** @param onClose run once, when the connection is closed */
    public QemuConnection(EmbeddedHost host, String uri, Runnable onClose) {
        this.uri = uri;
        stateRoot = host.directory().toString();
        this.onClose = onClose;
        gate = new CallGate(uri);
        domains = new QemuDomainFacet(host, gate);
        events = new QemuEventFacet(host, gate);
        facets.put(DomainFacet.class, domains);
        facets.put(NodeFacet.class, new QemuNodeFacet(host, gate));
        facets.put(StatisticsFacet.class, new QemuStatisticsFacet(host, gate));
        facets.put(EventFacet.class, events);
        facets.put(MetadataFacet.class, new QemuMetadataFacet(host, gate));
        facets.put(SaveFacet.class, new QemuSaveFacet(host, gate));
        consoles = new QemuConsoleFacet(host, gate);
        facets.put(ConsoleFacet.class, consoles);
        facets.put(VcpuFacet.class, new QemuVcpuFacet(host, gate));
        EnumSet<Feature> able = Feature.of(facets.keySet());
        able.removeAll(EnumSet.of(Feature.DOMAIN_VCPUS_LIVE, Feature.DOMAIN_INTERFACE_ADDRESSES));
        features = Collections.unmodifiableSet(able);
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
    public Optional<String> stateRoot() {
        return Optional.of(stateRoot);
    }

    @Override
    public boolean isAlive() {
        return gate.isOpen();
    }

    @Override
    public void close() {
        synchronized (gate) {
            if (!gate.isOpen()) {
                return;
            }
            gate.close();
        }
        try {
            domains.destroyOwned();
        } catch (InnkeeperException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}", e.getMessage());
        }
        consoles.close();
        events.close();
        onClose.run();
    }
}
