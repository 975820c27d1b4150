package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.NodeDeviceFilter;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeDeviceFacet;

/** The devices of a host: finding them, and making virtual ones. */
public final class NodeDevices extends ApiObject {
    NodeDevices(ConnectionCore core) {
        super(core);
    }

    /** The object for a device that is known by its name. Does not look whether it exists. */
    public NodeDevice of(NodeDeviceRef ref) {
        return new NodeDevice(core(), ref);
    }

    /** The devices that match, all of them without filters: {@code virConnectListAllNodeDevices}. */
    public List<NodeDevice> list(CallContext context, Set<NodeDeviceFilter> filters) {
        return call("list")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .stream()
                .map(this::of)
                .toList();
    }

    /** {@code virNodeDeviceLookupByName}. */
    public NodeDevice lookup(CallContext context, String name) {
        return of(call("lookup").notEmpty("name", name).get(context, (facet, c) -> facet.lookup(c, name)));
    }

    /** Makes a virtual device: {@code virNodeDeviceCreateXML}. */
    public NodeDevice create(CallContext context, String xml) {
        return of(call("create").changes().notEmpty("xml", xml).get(context, (facet, c) -> facet.createXml(c, xml)));
    }

    private Call<NodeDeviceFacet> call(String method) {
        return call(NodeDeviceFacet.class, method);
    }
}
