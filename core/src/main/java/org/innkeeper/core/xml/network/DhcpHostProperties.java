package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** An address kept for one guest. */
public final class DhcpHostProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dhcp-host", "ip/dhcp/host");

    public static final Property<String> MAC = CATALOGUE.text("@mac");
    public static final Property<String> ID = CATALOGUE.text("@id");
    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> IP = CATALOGUE.text("@ip");
    public static final Property<Integer> LEASE_EXPIRY = CATALOGUE.integer("lease@expiry");
    public static final Property<String> LEASE_UNIT = CATALOGUE.choice("lease@unit", "seconds", "minutes", "hours");

    private DhcpHostProperties() {}
}
