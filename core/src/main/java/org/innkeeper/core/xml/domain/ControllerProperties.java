package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A bus that other devices stand on. */
public final class ControllerProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("controller", "devices/controller");

    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type", "ide", "fdc", "scsi", "sata", "virtio-serial", "ccid", "usb", "pci", "xenbus", "isa", "nvme");
    public static final Property<Integer> INDEX = CATALOGUE.integer("@index");
    public static final Property<String> MODEL = CATALOGUE.text("@model");
    public static final Property<Integer> PORTS = CATALOGUE.integer("@ports");
    public static final Property<Integer> VECTORS = CATALOGUE.integer("@vectors");
    public static final Property<Integer> START_PORT = CATALOGUE.integer("master@startport");
    public static final Property<String> MODEL_NAME = CATALOGUE.text("model@name");
    public static final Property<Integer> BUS_NUMBER = CATALOGUE.integer("target@busNr");
    public static final Property<Integer> CHASSIS_NUMBER = CATALOGUE.integer("target@chassisNr");
    public static final Property<Integer> CHASSIS = CATALOGUE.integer("target@chassis");
    public static final Property<Integer> PORT = CATALOGUE.hex("target@port");
    public static final Property<Boolean> HOT_PLUG = CATALOGUE.onOff("target@hotplug");
    public static final Property<Integer> NODE = CATALOGUE.integer("target/node");
    public static final Property<Integer> QUEUES = CATALOGUE.integer("driver@queues");
    public static final Property<Integer> IO_THREAD = CATALOGUE.integer("driver@iothread");
    /** KiB. */
    public static final Property<Long> PCI_HOLE_64 = CATALOGUE.kibibytes("pcihole64");

    private ControllerProperties() {}
}
