package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Settings that several network cards share. */
public final class PortGroupProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("port-group", "portgroup");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<Boolean> DEFAULT = CATALOGUE.yesNo("@default");
    public static final Property<Boolean> TRUST_GUEST_RX_FILTERS = CATALOGUE.yesNo("@trustGuestRxFilters");
    public static final Property<Boolean> VLAN_TRUNK = CATALOGUE.yesNo("vlan@trunk");
    public static final Property<String> VIRTUAL_PORT_TYPE = CATALOGUE.text("virtualport@type");

    private PortGroupProperties() {}
}
