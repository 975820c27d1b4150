package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A route of the host into the network. */
public final class RouteProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("route", "route");

    public static final Property<String> FAMILY = CATALOGUE.choice("@family", "ipv4", "ipv6");
    public static final Property<String> ADDRESS = CATALOGUE.text("@address");
    public static final Property<String> NETMASK = CATALOGUE.text("@netmask");
    public static final Property<Integer> PREFIX = CATALOGUE.integer("@prefix");
    public static final Property<String> GATEWAY = CATALOGUE.text("@gateway");

    private RouteProperties() {}
}
