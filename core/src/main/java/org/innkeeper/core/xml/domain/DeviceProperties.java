package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What devices of many kinds have. */
public final class DeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("device", "devices/*");

    public static final Property<String> ALIAS = CATALOGUE.text("alias@name");
    /** From 1; not together with os/boot. */
    public static final Property<Integer> BOOT_ORDER = CATALOGUE.integer("boot@order");

    public static final Property<Boolean> IOMMU = CATALOGUE.onOff("driver@iommu");
    public static final Property<Boolean> ADDRESS_TRANSLATION = CATALOGUE.onOff("driver@ats");
    public static final Property<Boolean> PACKED_RINGS = CATALOGUE.onOff("driver@packed");
    public static final Property<Boolean> ROM_BAR = CATALOGUE.onOff("rom@bar");
    public static final Property<String> ROM_FILE = CATALOGUE.text("rom@file");
    public static final Property<Boolean> ROM_ENABLED = CATALOGUE.yesNo("rom@enabled");
    public static final Property<Integer> ACPI_INDEX = CATALOGUE.integer("acpi@index");

    private DeviceProperties() {}
}
