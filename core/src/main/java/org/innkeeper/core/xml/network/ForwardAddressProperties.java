package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A device of the host that is lent to guests. */
public final class ForwardAddressProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("forward-address", "forward/address");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "pci");
    public static final Property<Integer> DOMAIN = CATALOGUE.hex("@domain");
    public static final Property<Integer> BUS = CATALOGUE.hex("@bus");
    public static final Property<Integer> SLOT = CATALOGUE.hex("@slot");
    public static final Property<Integer> FUNCTION = CATALOGUE.hex("@function");

    private ForwardAddressProperties() {}
}
