package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A device of the host that is given to the guest. */
public final class HostDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("hostdev", "devices/hostdev");

    public static final Property<String> MODE = CATALOGUE.choice("@mode", "subsystem", "capabilities");
    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "usb", "pci", "scsi", "scsi_host", "mdev", "storage", "misc", "net");
    public static final Property<Boolean> MANAGED = CATALOGUE.yesNo("@managed");
    public static final Property<String> MODEL = CATALOGUE.text("@model");
    public static final Property<String> DRIVER = CATALOGUE.choice("driver@name", "vfio", "kvm", "xen");
    public static final Property<Integer> VENDOR = CATALOGUE.hex("source/vendor@id");
    public static final Property<Integer> PRODUCT = CATALOGUE.hex("source/product@id");
    public static final Property<String> STARTUP_POLICY =
            CATALOGUE.choice("source@startupPolicy", "mandatory", "requisite", "optional");
    public static final Property<String> ADAPTER = CATALOGUE.text("source/adapter@name");

    private HostDeviceProperties() {}
}
