package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One name of an address. */
public final class DnsHostNameProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dns-hostname", "dns/host/hostname");

    public static final Property<String> NAME = CATALOGUE.text("");

    private DnsHostNameProperties() {}
}
