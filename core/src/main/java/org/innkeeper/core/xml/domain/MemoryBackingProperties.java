package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What the host backs guest memory with. */
public final class MemoryBackingProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("memoryBacking", "memoryBacking");

    public static final Property<Boolean> HUGE_PAGES = CATALOGUE.present("hugepages");
    public static final Property<Boolean> NO_SHARE_PAGES = CATALOGUE.present("nosharepages");
    public static final Property<Boolean> LOCKED = CATALOGUE.present("locked");
    public static final Property<String> SOURCE = CATALOGUE.choice("source@type", "file", "anonymous", "memfd");
    public static final Property<String> ACCESS = CATALOGUE.choice("access@mode", "shared", "private");
    public static final Property<String> ALLOCATION = CATALOGUE.choice("allocation@mode", "immediate", "ondemand");
    public static final Property<Boolean> DISCARD = CATALOGUE.present("discard");

    private MemoryBackingProperties() {}
}
