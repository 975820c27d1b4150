package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.NodeDeviceRef;

/** Devices of the host. */
public interface NodeDeviceFacet extends Facet {
    /**
     * {@code virConnectListAllNodeDevices}.
     *
     * @param flags libvirt's {@code virConnectListAllNodeDeviceFlags}, 0 for all
     */
    List<NodeDeviceRef> list(CallContext context, long flags);

    /** {@code virNodeDeviceLookupByName}. */
    NodeDeviceRef lookup(CallContext context, String name);

    /** {@code virNodeDeviceGetXMLDesc}. */
    String xml(CallContext context, NodeDeviceRef device);

    /** {@code virNodeDeviceGetParent}; null at the root. */
    String parent(CallContext context, NodeDeviceRef device);

    /** {@code virNodeDeviceListCaps}. */
    List<String> capabilities(CallContext context, NodeDeviceRef device);

    /** Makes a virtual device: {@code virNodeDeviceCreateXML}. */
    NodeDeviceRef createXml(CallContext context, String xml);

    /** Removes a virtual device: {@code virNodeDeviceDestroy}. */
    void destroy(CallContext context, NodeDeviceRef device);
}
