package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.spi.CallContext;

/** The devices of the host as a daemon from before the one call that lists them all has them (libvirt 0.10.2). */
final class NodeDevicesByName {
    /** What devices can be, in the order of the bits of {@code virConnectListAllNodeDeviceFlags}. */
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
            "vports",
            "scsi_generic",
            "drm",
            "mdev_types",
            "mdev",
            "ccw",
            "css",
            "vdpa",
            "ap_card",
            "ap_queue",
            "ap_matrix",
            "vpd");

    private static final long ACTIVE = 1L << 31;
    private static final long INACTIVE = 1L << 30;

    private final FarSide far;
    private final ListsByName lists;

    NodeDevicesByName(FarSide far) {
        this.far = far;
        this.lists = new ListsByName(far);
    }

    List<NodeDeviceRef> list(CallContext context, long flags) {
        Set<NodeDeviceRef> devices = new LinkedHashSet<>();
        lists.names(context, kinds(flags))
                .forEach(names -> names.forEach(name -> devices.add(new NodeDeviceRef((String) name))));
        // Devices that are only defined came long after.
        return new Choice<>(far, context, flags, new ArrayList<>(devices))
                .by(ACTIVE | INACTIVE, device -> ACTIVE)
                .left();
    }

    /** The names are all there is to know of a device, so that none is looked up. */
    private static List<NamedKind> kinds(long flags) {
        List<NamedKind> kinds = new ArrayList<>();
        for (int bit = 0; bit < CAPABILITIES.size(); bit++) {
            if ((flags & 1L << bit) != 0) {
                kinds.add(with(CAPABILITIES.get(bit)));
            }
        }
        return kinds.isEmpty() ? List.of(with(null)) : kinds;
    }

    /** @param capability what the devices can be, or null for all */
    private static NamedKind with(String capability) {
        return new NamedKind("NODE_NUM_OF_DEVICES", "NODE_LIST_DEVICES", "NODE_DEVICE_LOOKUP_BY_NAME")
                .withFilter(Arrays.asList(capability))
                .withFlags(0);
    }
}
