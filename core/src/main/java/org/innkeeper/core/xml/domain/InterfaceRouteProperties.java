package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A route at one end of a network card. */
public final class InterfaceRouteProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("interface-route", "devices/interface/route", "devices/interface/source/route");

    public static final Property<String> FAMILY = CATALOGUE.choice("@family", "ipv4", "ipv6");
    public static final Property<String> ADDRESS = CATALOGUE.text("@address");
    public static final Property<Integer> PREFIX = CATALOGUE.integer("@prefix");
    public static final Property<String> GATEWAY = CATALOGUE.text("@gateway");

    private InterfaceRouteProperties() {}
}
