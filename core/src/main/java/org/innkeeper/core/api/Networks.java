package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.NetworkFilter;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NetworkFacet;

/** The virtual networks of a host: finding and making them. */
public final class Networks extends ApiObject {
    Networks(ConnectionCore core) {
        super(core);
    }

    /** The object for a network that is known by its reference. Does not look whether it exists. */
    public Network of(NetworkRef ref) {
        return new Network(core(), ref);
    }

    /**
     * The networks that match, all of them without filters: {@code virConnectListAllNetworks}; with
     * {@link NetworkFilter#ACTIVE} also {@code virConnectListNetworks}, with {@link NetworkFilter#INACTIVE} also
     * {@code virConnectListDefinedNetworks}.
     */
    public List<Network> list(CallContext context, Set<NetworkFilter> filters) {
        return call("list")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .stream()
                .map(this::of)
                .toList();
    }

    /** How many match: {@code virConnectNumOfNetworks}, {@code virConnectNumOfDefinedNetworks}. */
    public int count(CallContext context, Set<NetworkFilter> filters) {
        return call("count")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .size();
    }

    /** {@code virNetworkLookupByName}. */
    public Network lookupByName(CallContext context, String name) {
        return of(call("lookupByName").notEmpty("name", name).get(context, (facet, c) -> facet.lookupByName(c, name)));
    }

    /** {@code virNetworkLookupByUUID}. */
    public Network lookupByUuid(CallContext context, UUID uuid) {
        return of(call("lookupByUuid").notNull("uuid", uuid).get(context, (facet, c) -> facet.lookupByUuid(c, uuid)));
    }

    /**
     * {@code virNetworkLookupByUUIDString}.
     *
     * @param uuid 32 hexadecimal digits, with or without dashes
     */
    public Network lookupByUuid(CallContext context, String uuid) {
        return of(call("lookupByUuid")
                .check(UuidText.isValid(uuid), "'" + uuid + "' is no UUID")
                .get(context, (facet, c) -> facet.lookupByUuid(c, UuidText.parse(uuid))));
    }

    /** Starts a network that is not defined: {@code virNetworkCreateXML}. */
    public Network create(CallContext context, String xml) {
        return of(call("create").changes().notEmpty("xml", xml).get(context, (facet, c) -> facet.createXml(c, xml)));
    }

    /** {@code virNetworkDefineXML}. */
    public Network define(CallContext context, String xml) {
        return of(call("define").changes().notEmpty("xml", xml).get(context, (facet, c) -> facet.defineXml(c, xml)));
    }

    private Call<NetworkFacet> call(String method) {
        return call(NetworkFacet.class, method);
    }
}
