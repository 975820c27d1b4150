package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** An IOMMU of the guest. */
public final class IommuProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("iommu", "devices/iommu");

    public static final Property<String> MODEL = CATALOGUE.choice("@model", "intel", "smmuv3", "virtio");
    public static final Property<Boolean> INTERRUPT_REMAPPING = CATALOGUE.onOff("driver@intremap");
    public static final Property<Boolean> CACHING_MODE = CATALOGUE.onOff("driver@caching_mode");
    public static final Property<Boolean> EXTENDED_INTERRUPT_MODE = CATALOGUE.onOff("driver@eim");
    public static final Property<Boolean> IO_TLB = CATALOGUE.onOff("driver@iotlb");
    public static final Property<Integer> ADDRESS_BITS = CATALOGUE.integer("driver@aw_bits");

    private IommuProperties() {}
}
