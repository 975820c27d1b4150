package org.innkeeper.core.xml.nodedevice;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One of several things a device can do besides. */
public final class NestedCapabilityProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("nested-capability", "capability/capability");

    public static final Property<String> TYPE = CATALOGUE.text("@type");
    public static final Property<Integer> GREATEST_COUNT = CATALOGUE.integer("@maxCount");
    public static final Property<Integer> MEDIA_AVAILABLE = CATALOGUE.integer("media_available");
    /** Bytes; -1: not known. */
    public static final Property<Long> MEDIA_SIZE = CATALOGUE.signedNumber("media_size");

    public static final Property<String> MEDIA_LABEL = CATALOGUE.text("media_label");

    private NestedCapabilityProperties() {}
}
