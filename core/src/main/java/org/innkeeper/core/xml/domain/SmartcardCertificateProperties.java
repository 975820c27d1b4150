package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One certificate of the host that stands for a card. */
public final class SmartcardCertificateProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("smartcard-certificate", "devices/smartcard/certificate");

    public static final Property<String> NAME = CATALOGUE.text("");

    private SmartcardCertificateProperties() {}
}
