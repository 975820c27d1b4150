package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A disk, CD-ROM or floppy drive. */
public final class DiskProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("disk", "devices/disk");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "file", "block", "dir", "network", "volume", "nvme", "vhostuser");
    public static final Property<String> DEVICE = CATALOGUE.choice("@device", "disk", "cdrom", "floppy", "lun");
    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "virtio", "virtio-transitional", "virtio-non-transitional");
    public static final Property<String> SNAPSHOT =
            CATALOGUE.choice("@snapshot", "internal", "external", "no", "manual");
    public static final Property<Boolean> RAW_IO = CATALOGUE.yesNo("@rawio");
    public static final Property<String> SG_IO = CATALOGUE.choice("@sgio", "filtered", "unfiltered");
    public static final Property<String> DRIVER_NAME = CATALOGUE.text("driver@name");
    /** The format of the image: raw, qcow2... */
    public static final Property<String> DRIVER_TYPE = CATALOGUE.text("driver@type");

    public static final Property<String> CACHE =
            CATALOGUE.choice("driver@cache", "default", "none", "writethrough", "writeback", "directsync", "unsafe");
    public static final Property<String> ERROR_POLICY =
            CATALOGUE.choice("driver@error_policy", "stop", "report", "ignore", "enospace");
    public static final Property<String> READ_ERROR_POLICY =
            CATALOGUE.choice("driver@rerror_policy", "stop", "report", "ignore");
    public static final Property<String> IO = CATALOGUE.choice("driver@io", "threads", "native", "io_uring");
    public static final Property<Boolean> IO_EVENT_FD = CATALOGUE.onOff("driver@ioeventfd");
    public static final Property<Boolean> EVENT_INDEX = CATALOGUE.onOff("driver@event_idx");
    public static final Property<Boolean> COPY_ON_READ = CATALOGUE.onOff("driver@copy_on_read");
    public static final Property<String> DISCARD = CATALOGUE.choice("driver@discard", "unmap", "ignore");
    public static final Property<String> DETECT_ZEROES = CATALOGUE.choice("driver@detect_zeroes", "off", "on", "unmap");
    public static final Property<Integer> IO_THREAD = CATALOGUE.integer("driver@iothread");
    public static final Property<Integer> QUEUES = CATALOGUE.integer("driver@queues");
    public static final Property<Integer> QUEUE_SIZE = CATALOGUE.integer("driver@queue_size");
    public static final Property<String> SOURCE_FILE = CATALOGUE.text("source@file");
    public static final Property<String> SOURCE_DEVICE = CATALOGUE.text("source@dev");
    public static final Property<String> SOURCE_DIRECTORY = CATALOGUE.text("source@dir");
    public static final Property<String> SOURCE_PROTOCOL = CATALOGUE.choice(
            "source@protocol",
            "nbd",
            "rbd",
            "iscsi",
            "gluster",
            "sheepdog",
            "http",
            "https",
            "ftp",
            "ftps",
            "tftp",
            "ssh",
            "vxhs",
            "nfs");
    public static final Property<String> SOURCE_NAME = CATALOGUE.text("source@name");
    public static final Property<String> SOURCE_POOL = CATALOGUE.text("source@pool");
    public static final Property<String> SOURCE_VOLUME = CATALOGUE.text("source@volume");
    public static final Property<String> SOURCE_MODE = CATALOGUE.choice("source@mode", "direct", "host");
    public static final Property<String> STARTUP_POLICY =
            CATALOGUE.choice("source@startupPolicy", "mandatory", "requisite", "optional");
    public static final Property<String> FD_GROUP = CATALOGUE.text("source@fdgroup");
    public static final Property<String> SOURCE_SNAPSHOT = CATALOGUE.text("source/snapshot@name");
    public static final Property<String> SOURCE_CONFIGURATION = CATALOGUE.text("source/config@file");
    public static final Property<String> INITIATOR = CATALOGUE.text("source/initiator/iqn@name");
    public static final Property<String> TARGET = CATALOGUE.text("target@dev");
    public static final Property<String> BUS =
            CATALOGUE.choice("target@bus", "ide", "scsi", "virtio", "xen", "usb", "sata", "fdc", "sd", "uml");
    public static final Property<String> TRAY = CATALOGUE.choice("target@tray", "open", "closed");
    public static final Property<Boolean> REMOVABLE = CATALOGUE.onOff("target@removable");
    public static final Property<Integer> ROTATION_RATE = CATALOGUE.integer("target@rotation_rate");
    public static final Property<Boolean> READ_ONLY = CATALOGUE.present("readonly");
    public static final Property<Boolean> SHAREABLE = CATALOGUE.present("shareable");
    public static final Property<Boolean> TRANSIENT = CATALOGUE.present("transient");
    public static final Property<Boolean> SHARE_BACKING = CATALOGUE.yesNo("transient@shareBacking");
    public static final Property<String> SERIAL = CATALOGUE.text("serial");
    public static final Property<String> WWN = CATALOGUE.text("wwn");
    public static final Property<String> VENDOR = CATALOGUE.text("vendor");
    public static final Property<String> PRODUCT = CATALOGUE.text("product");
    public static final Property<Integer> CYLINDERS = CATALOGUE.integer("geometry@cyls");
    public static final Property<Integer> HEADS = CATALOGUE.integer("geometry@heads");
    public static final Property<Integer> SECTORS = CATALOGUE.integer("geometry@secs");
    public static final Property<String> TRANSLATION = CATALOGUE.choice("geometry@trans", "auto", "none", "lba");
    public static final Property<Integer> LOGICAL_BLOCK_SIZE = CATALOGUE.integer("blockio@logical_block_size");
    public static final Property<Integer> PHYSICAL_BLOCK_SIZE = CATALOGUE.integer("blockio@physical_block_size");

    private DiskProperties() {}
}
