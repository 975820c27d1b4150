package org.innkeeper.core.xml.domain;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Where on the host a device stands. */
public final class HostDeviceAddressProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("hostdev-address", "devices/hostdev/source/address");

    public static final Property<Integer> DOMAIN = CATALOGUE.hex("@domain");
    public static final Property<Integer> BUS = CATALOGUE.hex("@bus");
    public static final Property<Integer> SLOT = CATALOGUE.hex("@slot");
    public static final Property<Integer> FUNCTION = CATALOGUE.hex("@function");
    public static final Property<Integer> DEVICE = CATALOGUE.hex("@device");
    public static final Property<UUID> UUID = CATALOGUE.uuid("@uuid");
    public static final Property<Integer> TARGET = CATALOGUE.integer("@target");
    public static final Property<Integer> UNIT = CATALOGUE.integer("@unit");

    private HostDeviceAddressProperties() {}
}
