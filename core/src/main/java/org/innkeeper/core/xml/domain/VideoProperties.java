package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A video card. */
public final class VideoProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("video", "devices/video");

    public static final Property<String> MODEL = CATALOGUE.choice(
            "model@type",
            "vga",
            "cirrus",
            "vmvga",
            "xen",
            "vbox",
            "virtio",
            "gop",
            "none",
            "bochs",
            "ramfb",
            "qxl",
            "parallels");
    /** KiB. */
    public static final Property<Integer> VIDEO_MEMORY = CATALOGUE.integer("model@vram");
    /** KiB. */
    public static final Property<Integer> RAM = CATALOGUE.integer("model@ram");
    /** KiB. */
    public static final Property<Integer> VGA_MEMORY = CATALOGUE.integer("model@vgamem");

    public static final Property<Integer> HEADS = CATALOGUE.integer("model@heads");
    public static final Property<Boolean> PRIMARY = CATALOGUE.yesNo("model@primary");
    public static final Property<Boolean> ACCELERATION_3D = CATALOGUE.yesNo("model/acceleration@accel3d");
    public static final Property<Boolean> ACCELERATION_2D = CATALOGUE.yesNo("model/acceleration@accel2d");
    public static final Property<Integer> WIDTH = CATALOGUE.integer("model/resolution@x");
    public static final Property<Integer> HEIGHT = CATALOGUE.integer("model/resolution@y");
    public static final Property<String> DRIVER_NAME = CATALOGUE.choice("driver@name", "qemu", "vhostuser");
    public static final Property<String> VGA_CONFIGURATION = CATALOGUE.choice("driver@vgaconf", "io", "on", "off");

    private VideoProperties() {}
}
