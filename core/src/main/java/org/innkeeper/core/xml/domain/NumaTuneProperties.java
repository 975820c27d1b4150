package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host's NUMA nodes that memory is taken from. */
public final class NumaTuneProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("numatune", "numatune");

    public static final Property<String> MODE =
            CATALOGUE.choice("memory@mode", "strict", "preferred", "interleave", "restrictive");
    public static final Property<String> NODESET = CATALOGUE.text("memory@nodeset");
    public static final Property<String> PLACEMENT = CATALOGUE.choice("memory@placement", "static", "auto");

    private NumaTuneProperties() {}
}
