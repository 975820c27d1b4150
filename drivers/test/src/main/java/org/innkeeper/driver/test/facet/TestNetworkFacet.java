package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NetworkFlags;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.NetworkStore;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.TestNetwork;

/** Virtual networks of a host in memory. */
final class TestNetworkFacet extends HostFacet implements NetworkFacet {
    private static final long AFFECT = NetworkFlags.AFFECT_LIVE | NetworkFlags.AFFECT_CONFIG;

    TestNetworkFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<NetworkRef> list(CallContext context, long flags) {
        NetworkFlags.check("network.list", flags, ObjectFilter.ALL);
        return call(context, "network.list", () -> {
            List<NetworkRef> refs = new ArrayList<>();
            for (TestNetwork network : host.networks().all()) {
                if (ObjectFilter.matches(flags, network.isActive(), network.isPersistent(), network.autostart())) {
                    refs.add(network.ref());
                }
            }
            return refs;
        });
    }

    @Override
    public NetworkRef lookupByName(CallContext context, String name) {
        return call(
                context, "network.lookup", () -> host.networks().byName(name).ref());
    }

    @Override
    public NetworkRef lookupByUuid(CallContext context, UUID uuid) {
        return call(
                context, "network.lookup", () -> host.networks().byUuid(uuid).ref());
    }

    @Override
    public NetworkRef createXml(CallContext context, String xml) {
        return call(context, "network.create", () -> host.networks().create(xml).ref());
    }

    @Override
    public NetworkRef defineXml(CallContext context, String xml) {
        return call(context, "network.define", () -> host.networks().define(xml).ref());
    }

    @Override
    public void undefine(CallContext context, NetworkRef network) {
        run(context, "network.undefine", () -> host.networks().undefine(get(network)));
    }

    private TestNetwork get(NetworkRef ref) {
        return host.networks().byUuid(ref.uuid());
    }

    @Override
    public void start(CallContext context, NetworkRef network) {
        run(context, "network.start", () -> host.networks().start(get(network)));
    }

    @Override
    public void destroy(CallContext context, NetworkRef network) {
        run(context, "network.destroy", () -> host.networks().stop(get(network)));
    }

    @Override
    public void update(
            CallContext context,
            NetworkRef network,
            int command,
            int section,
            int parentIndex,
            String xml,
            long flags) {
        NetworkFlags.check("network.update", flags, AFFECT);
        run(context, "network.update", () -> {
            TestNetwork found = get(network);
            boolean live = (flags & NetworkFlags.AFFECT_LIVE) != 0;
            boolean config = (flags & NetworkFlags.AFFECT_CONFIG) != 0;
            if (!live && !config) {
                live = found.isActive();
                config = !live;
            }
            if (live) {
                host.networks().requireActive(found);
            }
            if (config && !found.isPersistent()) {
                throw NetworkStore.state(found, "is transient and has no stored definition", "Define it first");
            }
            XmlElement part = XmlElement.parse(xml);
            host.networks().edit(found, live, config, root -> new NetworkUpdate(root, section, parentIndex)
                    .apply(command, part));
        });
    }

    @Override
    public String xml(CallContext context, NetworkRef network, long flags) {
        NetworkFlags.check("network.xml", flags, NetworkFlags.XML_INACTIVE);
        return call(context, "network.xml", () -> {
            TestNetwork found = get(network);
            boolean inactive = (flags & NetworkFlags.XML_INACTIVE) != 0 && found.isPersistent();
            return inactive || !found.isActive() ? found.persistent() : found.live();
        });
    }

    @Override
    public String bridgeName(CallContext context, NetworkRef network) {
        return call(context, "network.bridge", () -> {
            String bridge = get(network).bridge();
            if (bridge == null) {
                throw HostErrors.about(
                        ErrorCode.OPERATION_INVALID,
                        ErrorSubject.Kind.NETWORK,
                        network.name(),
                        "The network '" + network.name() + "' has no bridge",
                        null);
            }
            return bridge;
        });
    }

    @Override
    public boolean autostart(CallContext context, NetworkRef network) {
        return call(context, "network.info", () -> get(network).autostart());
    }

    @Override
    public void setAutostart(CallContext context, NetworkRef network, boolean autostart) {
        run(context, "network.autostart", () -> host.networks().setAutostart(get(network), autostart));
    }

    @Override
    public boolean isActive(CallContext context, NetworkRef network) {
        return call(context, "network.info", () -> get(network).isActive());
    }

    @Override
    public boolean isPersistent(CallContext context, NetworkRef network) {
        return call(context, "network.info", () -> get(network).isPersistent());
    }

    @Override
    public List<DhcpLease> dhcpLeases(CallContext context, NetworkRef network, String mac) {
        return call(context, "network.leases", () -> {
            TestNetwork found = get(network);
            host.networks().requireActive(found);
            return host.leases().of(found).stream()
                    .filter(lease -> mac == null || lease.mac().equalsIgnoreCase(mac))
                    .toList();
        });
    }
}
