package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One NUMA node of the guest. */
public final class NumaCellProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("numa-cell", "cpu/numa/cell");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");
    public static final Property<String> CPUS = CATALOGUE.text("@cpus");
    /** KiB. */
    public static final Property<Long> MEMORY = CATALOGUE.kibibytes("@memory");

    public static final Property<String> MEMORY_ACCESS = CATALOGUE.choice("@memAccess", "shared", "private");
    public static final Property<Boolean> DISCARD = CATALOGUE.yesNo("@discard");

    private NumaCellProperties() {}
}
