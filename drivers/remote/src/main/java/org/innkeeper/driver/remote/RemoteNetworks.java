package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** Virtual networks over the wire. */
final class RemoteNetworks implements NetworkFacet {
    private final FarSide far;
    private final boolean listedByName;
    private final NetworksByName byName;

    /** @param listedByName whether the daemon has no call that lists all */
    RemoteNetworks(FarSide far, boolean listedByName) {
        this.far = far;
        this.listedByName = listedByName;
        this.byName = new NetworksByName(far);
    }

    @Override
    public List<NetworkRef> list(CallContext context, long flags) {
        return listedByName
                ? byName.list(context, flags)
                : far.list(NetworkRef.class, "nets", context, "CONNECT_LIST_ALL_NETWORKS", 1, flags);
    }

    @Override
    public NetworkRef lookupByName(CallContext context, String name) {
        return far.ask(NetworkRef.class, context, "NETWORK_LOOKUP_BY_NAME", name);
    }

    @Override
    public NetworkRef lookupByUuid(CallContext context, UUID uuid) {
        return far.ask(NetworkRef.class, context, "NETWORK_LOOKUP_BY_UUID", uuid);
    }

    @Override
    public NetworkRef createXml(CallContext context, String xml) {
        return far.ask(NetworkRef.class, context, "NETWORK_CREATE_XML", xml);
    }

    @Override
    public NetworkRef defineXml(CallContext context, String xml) {
        return far.ask(NetworkRef.class, context, "NETWORK_DEFINE_XML", xml);
    }

    @Override
    public void undefine(CallContext context, NetworkRef network) {
        far.call(context, "NETWORK_UNDEFINE", network);
    }

    @Override
    public void start(CallContext context, NetworkRef network) {
        far.call(context, "NETWORK_CREATE", network);
    }

    @Override
    public void destroy(CallContext context, NetworkRef network) {
        far.call(context, "NETWORK_DESTROY", network);
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
        far.call(context, "NETWORK_UPDATE", network, command, section, parentIndex, xml, flags);
    }

    @Override
    public String xml(CallContext context, NetworkRef network, long flags) {
        return far.askText(context, "NETWORK_GET_XML_DESC", network, flags);
    }

    @Override
    public String bridgeName(CallContext context, NetworkRef network) {
        return far.askText(context, "NETWORK_GET_BRIDGE_NAME", network);
    }

    @Override
    public boolean autostart(CallContext context, NetworkRef network) {
        return far.askFlag(context, "NETWORK_GET_AUTOSTART", network);
    }

    @Override
    public void setAutostart(CallContext context, NetworkRef network, boolean autostart) {
        far.call(context, "NETWORK_SET_AUTOSTART", network, autostart ? 1 : 0);
    }

    @Override
    public boolean isActive(CallContext context, NetworkRef network) {
        Boolean answer = far.orElseIfUnsupported(() -> far.askFlag(context, "NETWORK_IS_ACTIVE", network), null);
        return answer == null ? byName.isActive(context, network) : answer;
    }

    @Override
    public boolean isPersistent(CallContext context, NetworkRef network) {
        return far.orElseIfUnsupported(() -> far.askFlag(context, "NETWORK_IS_PERSISTENT", network), true);
    }

    @Override
    public List<DhcpLease> dhcpLeases(CallContext context, NetworkRef network, String mac) {
        List<DhcpLease> leases = new ArrayList<>();
        for (Values lease : far.list(Values.class, "leases", context, "NETWORK_GET_DHCP_LEASES", network, mac, 1, 0)) {
            leases.add(new DhcpLease(
                    lease.text("iface"),
                    lease.number("expirytime"),
                    lease.integer("type") == IPV6,
                    lease.text("mac"),
                    lease.text("ipaddr"),
                    lease.integer("prefix"),
                    lease.text("hostname"),
                    lease.text("clientid")));
        }
        return leases;
    }

    /** {@code VIR_IP_ADDR_TYPE_IPV6}. */
    private static final int IPV6 = 1;
}
