package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A sound card. */
public final class SoundProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("sound", "devices/sound");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "sb16", "es1370", "pcspk", "ac97", "ich6", "ich7", "ich9", "usb", "virtio");
    public static final Property<Integer> AUDIO = CATALOGUE.integer("audio@id");

    private SoundProperties() {}
}
