package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A name server that is asked. */
public final class DnsForwarderProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dns-forwarder", "dns/forwarder");

    public static final Property<String> ADDRESS = CATALOGUE.text("@addr");
    public static final Property<String> DOMAIN = CATALOGUE.text("@domain");

    private DnsForwarderProperties() {}
}
