package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The device that lends guest memory back to the host. */
public final class MemoryBalloonProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("memballoon", "devices/memballoon");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "virtio", "xen", "none", "virtio-transitional", "virtio-non-transitional");
    public static final Property<Boolean> AUTO_DEFLATE = CATALOGUE.onOff("@autodeflate");
    public static final Property<Boolean> FREE_PAGE_REPORTING = CATALOGUE.onOff("@freePageReporting");
    /** Seconds. */
    public static final Property<Integer> STATISTICS_PERIOD = CATALOGUE.integer("stats@period");

    private MemoryBalloonProperties() {}
}
