package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A service record. */
public final class DnsServiceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("dns-service", "dns/srv");

    public static final Property<String> SERVICE = CATALOGUE.text("@service");
    public static final Property<String> PROTOCOL = CATALOGUE.text("@protocol");
    public static final Property<String> DOMAIN = CATALOGUE.text("@domain");
    public static final Property<String> TARGET = CATALOGUE.text("@target");
    public static final Property<Integer> PORT = CATALOGUE.integer("@port");
    public static final Property<Integer> PRIORITY = CATALOGUE.integer("@priority");
    public static final Property<Integer> WEIGHT = CATALOGUE.integer("@weight");

    private DnsServiceProperties() {}
}
