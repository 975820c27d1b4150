package org.innkeeper.core.xml.nodedevice;

/** Fills in what the definition of a device leaves open, as libvirt does. */
public final class NodeDeviceCompletion {
    private NodeDeviceCompletion() {}

    /** Completes a definition in place: a mediated device that is not made yet is said to be in IOMMU group 0. */
    public static void complete(NodeDeviceDocument device) {
        CapabilityProperties.CATALOGUE.elements(device.root()).stream()
                .filter(capability -> CapabilityProperties.TYPE
                        .get(capability)
                        .filter("mdev"::equals)
                        .isPresent())
                .filter(capability ->
                        CapabilityProperties.IOMMU_GROUP.get(capability).isEmpty())
                .forEach(capability -> CapabilityProperties.IOMMU_GROUP.set(capability, 0));
    }
}
