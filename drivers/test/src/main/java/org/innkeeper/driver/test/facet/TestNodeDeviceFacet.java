package org.innkeeper.driver.test.facet;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.XmlReading;

/** Devices of a host in memory. */
final class TestNodeDeviceFacet extends HostFacet implements NodeDeviceFacet {
    /** Capabilities in the order of the bits of libvirt's {@code virConnectListAllNodeDeviceFlags}. */
    private static final List<String> CAPABILITIES = List.of(
            "system",
            "pci",
            "usb_device",
            "usb",
            "net",
            "scsi_host",
            "scsi_target",
            "scsi",
            "storage",
            "fc_host",
            "vport_ops",
            "scsi_generic",
            "drm",
            "mdev_types",
            "mdev",
            "ccw",
            "css",
            "vdpa",
            "ap_card",
            "ap_queue",
            "ap_matrix");

    private static final long ALL_CAPABILITIES = (1L << CAPABILITIES.size()) - 1;
    private static final long INACTIVE = 1L << 30;
    private static final long ACTIVE = 1L << 31;

    TestNodeDeviceFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<NodeDeviceRef> list(CallContext context, long flags) {
        DomainFlags.check("nodeDevice.list", flags, ALL_CAPABILITIES | INACTIVE | ACTIVE);
        return call(context, "nodeDevice.list", () -> {
            List<NodeDeviceRef> refs = new ArrayList<>();
            boolean onlyInactive = (flags & (INACTIVE | ACTIVE)) == INACTIVE;
            for (String name : host.devices().names()) {
                if (!onlyInactive && matches(name, flags & ALL_CAPABILITIES)) {
                    refs.add(new NodeDeviceRef(name));
                }
            }
            return refs;
        });
    }

    private boolean matches(String name, long wanted) {
        return wanted == 0
                || host.devices().capabilities(name).stream()
                        .mapToInt(CAPABILITIES::indexOf)
                        .anyMatch(bit -> bit >= 0 && (wanted & 1L << bit) != 0);
    }

    @Override
    public NodeDeviceRef lookup(CallContext context, String name) {
        return call(context, "nodeDevice.lookup", () -> {
            host.devices().get(name);
            return new NodeDeviceRef(name);
        });
    }

    @Override
    public String xml(CallContext context, NodeDeviceRef device) {
        return call(
                context,
                "nodeDevice.xml",
                () -> host.devices().get(device.name()).toText() + "\n");
    }

    @Override
    public String parent(CallContext context, NodeDeviceRef device) {
        return call(
                context,
                "nodeDevice.parent",
                () -> XmlReading.text(host.devices().get(device.name()), "parent"));
    }

    @Override
    public List<String> capabilities(CallContext context, NodeDeviceRef device) {
        return call(context, "nodeDevice.capabilities", () -> host.devices().capabilities(device.name()));
    }

    @Override
    public NodeDeviceRef createXml(CallContext context, String xml) {
        return call(context, "nodeDevice.create", () -> host.devices().create(xml));
    }

    @Override
    public void destroy(CallContext context, NodeDeviceRef device) {
        run(context, "nodeDevice.destroy", () -> host.devices().destroy(device.name()));
    }
}
