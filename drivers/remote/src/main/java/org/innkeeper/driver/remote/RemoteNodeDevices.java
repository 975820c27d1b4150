package org.innkeeper.driver.remote;

import java.util.List;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeDeviceFacet;

/** Devices of the host over the wire. */
final class RemoteNodeDevices implements NodeDeviceFacet {
    private final FarSide far;
    private final boolean listedByName;

    /** @param listedByName whether the daemon has no call that lists all */
    RemoteNodeDevices(FarSide far, boolean listedByName) {
        this.far = far;
        this.listedByName = listedByName;
    }

    @Override
    public List<NodeDeviceRef> list(CallContext context, long flags) {
        return listedByName
                ? new NodeDevicesByName(far).list(context, flags)
                : far.list(NodeDeviceRef.class, "devices", context, "CONNECT_LIST_ALL_NODE_DEVICES", 1, flags);
    }

    @Override
    public NodeDeviceRef lookup(CallContext context, String name) {
        return far.ask(NodeDeviceRef.class, context, "NODE_DEVICE_LOOKUP_BY_NAME", name);
    }

    @Override
    public String xml(CallContext context, NodeDeviceRef device) {
        return far.askText(context, "NODE_DEVICE_GET_XML_DESC", device.name(), 0);
    }

    @Override
    public String parent(CallContext context, NodeDeviceRef device) {
        return far.askText(context, "NODE_DEVICE_GET_PARENT", device.name());
    }

    @Override
    public List<String> capabilities(CallContext context, NodeDeviceRef device) {
        int count = far.askInt(context, "NODE_DEVICE_NUM_OF_CAPS", device.name());
        return far.list(String.class, "names", context, "NODE_DEVICE_LIST_CAPS", device.name(), count);
    }

    @Override
    public NodeDeviceRef createXml(CallContext context, String xml) {
        return far.ask(NodeDeviceRef.class, context, "NODE_DEVICE_CREATE_XML", xml, 0);
    }

    @Override
    public void destroy(CallContext context, NodeDeviceRef device) {
        far.call(context, "NODE_DEVICE_DESTROY", device.name());
    }
}
