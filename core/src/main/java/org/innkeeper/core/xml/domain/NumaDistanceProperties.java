package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** How far one NUMA node of the guest is from another. */
public final class NumaDistanceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("numa-distance", "cpu/numa/cell/distances/sibling");

    public static final Property<Integer> CELL = CATALOGUE.integer("@id");
    public static final Property<Integer> DISTANCE = CATALOGUE.integer("@value");

    private NumaDistanceProperties() {}
}
