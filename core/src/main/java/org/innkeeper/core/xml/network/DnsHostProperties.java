package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Names of one address. */
public final class DnsHostProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dns-host", "dns/host");

    public static final Property<String> IP = CATALOGUE.text("@ip");

    private DnsHostProperties() {}
}
