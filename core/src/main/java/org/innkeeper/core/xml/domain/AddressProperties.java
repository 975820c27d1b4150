package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Where in the guest's machine a device stands. */
public final class AddressProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("address", "devices/*/address");

    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type",
            "pci",
            "drive",
            "virtio-serial",
            "ccid",
            "usb",
            "spapr-vio",
            "ccw",
            "virtio-mmio",
            "isa",
            "dimm",
            "unassigned");
    public static final Property<Integer> DOMAIN = CATALOGUE.hex("@domain");
    public static final Property<Integer> BUS = CATALOGUE.hex("@bus");
    public static final Property<Integer> SLOT = CATALOGUE.hex("@slot");
    public static final Property<Integer> FUNCTION = CATALOGUE.hex("@function");
    public static final Property<Boolean> MULTIFUNCTION = CATALOGUE.onOff("@multifunction");
    public static final Property<Integer> CONTROLLER = CATALOGUE.integer("@controller");
    public static final Property<Integer> TARGET = CATALOGUE.integer("@target");
    public static final Property<Integer> UNIT = CATALOGUE.integer("@unit");
    /** For USB the ports from hub to hub, such as 1.2. */
    public static final Property<String> PORT = CATALOGUE.text("@port");

    public static final Property<Integer> IO_BASE = CATALOGUE.hex("@iobase");
    public static final Property<Integer> IRQ = CATALOGUE.hex("@irq");
    public static final Property<Long> BASE = CATALOGUE.hex64("@base");

    private AddressProperties() {}
}
