package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A VLAN. */
public final class VlanTagProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("network-vlan-tag", "vlan/tag", "portgroup/vlan/tag");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");
    public static final Property<String> NATIVE_MODE = CATALOGUE.choice("@nativeMode", "tagged", "untagged");

    private VlanTagProperties() {}
}
