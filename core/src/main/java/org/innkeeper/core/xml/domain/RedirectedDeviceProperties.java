package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A USB device of the one who looks at the display. */
public final class RedirectedDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("redirdev", "devices/redirdev");

    public static final Property<String> BUS = CATALOGUE.choice("@bus", "usb");
    public static final Property<String> TYPE = CATALOGUE.text("@type");
    public static final Property<String> PROTOCOL = CATALOGUE.text("protocol@type");

    private RedirectedDeviceProperties() {}
}
