package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A smart card reader. */
public final class SmartcardProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("smartcard", "devices/smartcard");

    public static final Property<String> MODE = CATALOGUE.choice("@mode", "host", "host-certificates", "passthrough");
    public static final Property<String> TYPE = CATALOGUE.text("@type");
    public static final Property<String> DATABASE = CATALOGUE.text("database");
    public static final Property<String> PROTOCOL = CATALOGUE.text("protocol@type");

    private SmartcardProperties() {}
}
