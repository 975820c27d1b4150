package org.innkeeper.core.spi;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.NetworkRef;

/** Virtual networks. Flags are those of {@link NetworkFlags}. */
public interface NetworkFacet extends Facet {
    /**
     * {@code virConnectListAllNetworks}.
     *
     * @param flags {@code LIST_} bits
     */
    List<NetworkRef> list(CallContext context, long flags);

    /** {@code virNetworkLookupByName}. */
    NetworkRef lookupByName(CallContext context, String name);

    /** {@code virNetworkLookupByUUID}. */
    NetworkRef lookupByUuid(CallContext context, UUID uuid);

    /** Starts a network that is not defined: {@code virNetworkCreateXML}. */
    NetworkRef createXml(CallContext context, String xml);

    /** {@code virNetworkDefineXML}. */
    NetworkRef defineXml(CallContext context, String xml);

    /** {@code virNetworkUndefine}. */
    void undefine(CallContext context, NetworkRef network);

    /** {@code virNetworkCreate}. */
    void start(CallContext context, NetworkRef network);

    /** {@code virNetworkDestroy}. */
    void destroy(CallContext context, NetworkRef network);

    /**
     * Changes part of a definition: {@code virNetworkUpdate}.
     *
     * @param command 0 none, 1 modify, 2 delete, 3 add last, 4 add first
     * @param section libvirt's {@code virNetworkUpdateSection}
     * @param parentIndex which of several parents, -1 for the one that fits
     * @param flags {@code AFFECT_} bits
     */
    void update(
            CallContext context, NetworkRef network, int command, int section, int parentIndex, String xml, long flags);

    /**
     * {@code virNetworkGetXMLDesc}.
     *
     * @param flags {@code XML_} bits
     */
    String xml(CallContext context, NetworkRef network, long flags);

    /** {@code virNetworkGetBridgeName}. */
    String bridgeName(CallContext context, NetworkRef network);

    /** {@code virNetworkGetAutostart}. */
    boolean autostart(CallContext context, NetworkRef network);

    /** {@code virNetworkSetAutostart}. */
    void setAutostart(CallContext context, NetworkRef network, boolean autostart);

    /** {@code virNetworkIsActive}. */
    boolean isActive(CallContext context, NetworkRef network);

    /** {@code virNetworkIsPersistent}. */
    boolean isPersistent(CallContext context, NetworkRef network);

    /**
     * {@code virNetworkGetDHCPLeases}.
     *
     * @param mac only those of this MAC address, or null for all
     */
    List<DhcpLease> dhcpLeases(CallContext context, NetworkRef network, String mac);
}
