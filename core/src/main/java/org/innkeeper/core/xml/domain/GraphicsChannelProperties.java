package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The security of one SPICE channel. */
public final class GraphicsChannelProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("graphics-channel", "devices/graphics/channel");

    public static final Property<String> NAME = CATALOGUE.choice(
            "@name", "main", "display", "inputs", "cursor", "playback", "record", "smartcard", "usbredir");
    public static final Property<String> MODE = CATALOGUE.choice("@mode", "any", "secure", "insecure");

    private GraphicsChannelProperties() {}
}
