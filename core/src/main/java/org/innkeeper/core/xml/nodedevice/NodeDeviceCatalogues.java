package org.innkeeper.core.xml.nodedevice;

import java.util.List;
import org.innkeeper.core.xml.Catalogue;

/** All declared properties of a device of a host. */
public final class NodeDeviceCatalogues {
    public static final List<Catalogue> ALL = List.of(
            NodeDeviceProperties.CATALOGUE,
            CapabilityProperties.CATALOGUE,
            NestedCapabilityProperties.CATALOGUE,
            PciLinkProperties.CATALOGUE);

    private NodeDeviceCatalogues() {}
}
