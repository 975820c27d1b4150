package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Where a display listens. */
public final class ListenProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("listen", "devices/graphics/listen");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "address", "network", "socket", "none");
    public static final Property<String> ADDRESS = CATALOGUE.text("@address");
    public static final Property<String> NETWORK = CATALOGUE.text("@network");
    public static final Property<String> SOCKET = CATALOGUE.text("@socket");

    private ListenProperties() {}
}
