package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Names of virtio devices on PCI, and the options all of them share. */
final class VirtioDriver {
    private VirtioDriver() {}

    /** {@code virtio-blk} and a model become the name of the device. */
    static String name(String base, String model) {
        if (model == null) {
            return base + "-pci";
        }
        if (model.endsWith("non-transitional")) {
            return base + "-pci-non-transitional";
        }
        return base + (model.endsWith("transitional") ? "-pci-transitional" : "-pci");
    }

    /** Adds what the {@code driver} element says of the virtio transport. */
    static Props options(XmlElement device, Props props) {
        put(props, "iommu_platform", device, "driver@iommu");
        put(props, "ats", device, "driver@ats");
        put(props, "packed", device, "driver@packed");
        put(props, "page-per-vq", device, "driver@page_per_vq");
        return props;
    }

    private static void put(Props props, String key, XmlElement device, String path) {
        props.putIfSet(key, Nodes.flag(device, path));
    }
}
