package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A text record. */
public final class DnsTextProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dns-text", "dns/txt");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> VALUE = CATALOGUE.text("@value");

    private DnsTextProperties() {}
}
