package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host's NUMA nodes for one node of the guest. */
public final class NumaNodeTuneProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("memnode", "numatune/memnode");

    public static final Property<Integer> CELL = CATALOGUE.integer("@cellid");
    public static final Property<String> MODE =
            CATALOGUE.choice("@mode", "strict", "preferred", "interleave", "restrictive");
    public static final Property<String> NODESET = CATALOGUE.text("@nodeset");

    private NumaNodeTuneProperties() {}
}
