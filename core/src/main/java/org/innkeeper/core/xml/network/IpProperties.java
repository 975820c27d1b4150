package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One address of the host in the network. */
public final class IpProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("ip", "ip");

    public static final Property<String> FAMILY = CATALOGUE.choice("@family", "ipv4", "ipv6");
    public static final Property<String> ADDRESS = CATALOGUE.text("@address");
    public static final Property<String> NETMASK = CATALOGUE.text("@netmask");
    public static final Property<Integer> PREFIX = CATALOGUE.integer("@prefix");
    public static final Property<String> TFTP_ROOT = CATALOGUE.text("tftp@root");
    public static final Property<String> BOOT_FILE = CATALOGUE.text("dhcp/bootp@file");
    public static final Property<String> BOOT_SERVER = CATALOGUE.text("dhcp/bootp@server");

    private IpProperties() {}
}
