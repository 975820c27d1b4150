package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A VLAN that a network card is in. */
public final class VlanTagProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("vlan-tag", "devices/interface/vlan/tag");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");

    private VlanTagProperties() {}
}
