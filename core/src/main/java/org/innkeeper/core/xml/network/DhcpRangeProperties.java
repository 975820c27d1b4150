package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Addresses that are lent to guests. */
public final class DhcpRangeProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dhcp-range", "ip/dhcp/range");

    public static final Property<String> START = CATALOGUE.text("@start");
    public static final Property<String> END = CATALOGUE.text("@end");
    public static final Property<Integer> LEASE_EXPIRY = CATALOGUE.integer("lease@expiry");
    public static final Property<String> LEASE_UNIT = CATALOGUE.choice("lease@unit", "seconds", "minutes", "hours");

    private DhcpRangeProperties() {}
}
