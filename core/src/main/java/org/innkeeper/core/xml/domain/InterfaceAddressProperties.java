package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** An IP address at one end of a network card. */
public final class InterfaceAddressProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("interface-ip", "devices/interface/ip", "devices/interface/source/ip");

    public static final Property<String> FAMILY = CATALOGUE.choice("@family", "ipv4", "ipv6");
    public static final Property<String> ADDRESS = CATALOGUE.text("@address");
    public static final Property<Integer> PREFIX = CATALOGUE.integer("@prefix");
    public static final Property<String> PEER = CATALOGUE.text("@peer");

    private InterfaceAddressProperties() {}
}
