package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.NetworkXmlFlag;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NetworkFacet;

/** A virtual network. Two are equal when connection and UUID are. */
public final class Network extends HostObject {
    private final NetworkRef ref;

    Network(ConnectionCore core, NetworkRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    @Override
    public NetworkRef ref() {
        return ref;
    }

    /** {@code virNetworkGetName}. */
    public String name() {
        return ref.name();
    }

    /** {@code virNetworkGetUUID}. */
    public UUID uuid() {
        return ref.uuid();
    }

    /** {@code virNetworkGetUUIDString}: in lower case with dashes. */
    public String uuidString() {
        return ref.uuid().toString();
    }

    /** {@code virNetworkGetXMLDesc}. */
    public String xml(CallContext context, Set<NetworkXmlFlag> flags) {
        return call("xml").notNull("flags", flags).get(context, (facet, c) -> facet.xml(c, ref, Flag.bits(flags)));
    }

    /** {@code virNetworkCreate}. */
    public void start(CallContext context) {
        call("start").changes().run(context, (facet, c) -> facet.start(c, ref));
    }

    /** Stops it; the definition stays: {@code virNetworkDestroy}. */
    public void destroy(CallContext context) {
        call("destroy").changes().run(context, (facet, c) -> facet.destroy(c, ref));
    }

    /** {@code virNetworkUndefine}. */
    public void undefine(CallContext context) {
        call("undefine").changes().run(context, (facet, c) -> facet.undefine(c, ref));
    }

    /**
     * Changes part of the definition: {@code virNetworkUpdate}.
     *
     * @param parentIndex which of several parents, -1 for the one that fits
     * @param xml the element to add, change or remove
     */
    public void update(
            CallContext context,
            NetworkUpdateCommand command,
            NetworkSection section,
            int parentIndex,
            String xml,
            Set<Affect> affect) {
        call("update")
                .changes()
                .notNull("command", command)
                .notNull("section", section)
                .atLeast("parentIndex", parentIndex, -1)
                .notEmpty("xml", xml)
                .notNull("affect", affect)
                .run(
                        context,
                        (facet, c) -> facet.update(
                                c, ref, command.number(), section.number(), parentIndex, xml, Flag.bits(affect)));
    }

    /** {@code virNetworkGetBridgeName}. */
    public String bridgeName(CallContext context) {
        return call("bridgeName").get(context, (facet, c) -> facet.bridgeName(c, ref));
    }

    /** {@code virNetworkGetAutostart}. */
    public boolean autostart(CallContext context) {
        return call("autostart").get(context, (facet, c) -> facet.autostart(c, ref));
    }

    /** {@code virNetworkSetAutostart}. */
    public void setAutostart(CallContext context, boolean autostart) {
        call("setAutostart").changes().run(context, (facet, c) -> facet.setAutostart(c, ref, autostart));
    }

    /** {@code virNetworkIsActive}. */
    public boolean isActive(CallContext context) {
        return call("isActive").get(context, (facet, c) -> facet.isActive(c, ref));
    }

    /** {@code virNetworkIsPersistent}. */
    public boolean isPersistent(CallContext context) {
        return call("isPersistent").get(context, (facet, c) -> facet.isPersistent(c, ref));
    }

    /**
     * {@code virNetworkGetDHCPLeases}.
     *
     * @param mac only those of this MAC address, or null for all
     */
    public List<DhcpLease> dhcpLeases(CallContext context, String mac) {
        return call("dhcpLeases").get(context, (facet, c) -> facet.dhcpLeases(c, ref, mac));
    }

    private Call<NetworkFacet> call(String method) {
        return call(NetworkFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        return new ErrorSubject(ErrorSubject.Kind.NETWORK, name(), uuid(), -1);
    }

    @Override
    Object identity() {
        return uuid();
    }
}
