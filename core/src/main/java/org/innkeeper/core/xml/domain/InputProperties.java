package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A keyboard, mouse or tablet. */
public final class InputProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("input", "devices/input");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "mouse", "tablet", "keyboard", "passthrough", "evdev");
    public static final Property<String> BUS =
            CATALOGUE.choice("@bus", "usb", "ps2", "virtio", "xen", "parallels", "none");
    public static final Property<String> MODEL = CATALOGUE.text("@model");
    public static final Property<String> SOURCE_DEVICE = CATALOGUE.text("source@dev");
    /** The host's device of a passed-through input. */
    public static final Property<String> EVENT_DEVICE = CATALOGUE.text("source@evdev");

    public static final Property<String> GRAB = CATALOGUE.choice("source@grab", "all");
    public static final Property<String> GRAB_TOGGLE = CATALOGUE.text("source@grabToggle");
    public static final Property<Boolean> REPEAT = CATALOGUE.onOff("source@repeat");

    private InputProperties() {}
}
