package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A feature wanted or not of the firmware that is chosen. */
public final class FirmwareFeatureProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("firmware-feature", "os/firmware/feature");

    public static final Property<Boolean> ENABLED = CATALOGUE.yesNo("@enabled");
    public static final Property<String> NAME = CATALOGUE.choice("@name", "enrolled-keys", "secure-boot");

    private FirmwareFeatureProperties() {}
}
