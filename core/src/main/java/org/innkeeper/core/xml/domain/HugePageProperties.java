package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One size of huge pages. */
public final class HugePageProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("hugepage", "memoryBacking/hugepages/page");

    /** KiB. */
    public static final Property<Long> SIZE = CATALOGUE.kibibytes("@size");
    /** The guest's NUMA nodes that use it. */
    public static final Property<String> NODESET = CATALOGUE.text("@nodeset");

    private HugePageProperties() {}
}
