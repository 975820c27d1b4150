package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A USB hub. */
public final class HubProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("hub", "devices/hub");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "usb");

    private HubProperties() {}
}
