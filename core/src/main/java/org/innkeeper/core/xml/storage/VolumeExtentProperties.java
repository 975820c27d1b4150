package org.innkeeper.core.xml.storage;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A part of a device that a volume lies on. */
public final class VolumeExtentProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("volume-extent", "source/device");

    public static final Property<String> PATH = CATALOGUE.text("@path");
    /** Bytes. */
    public static final Property<Long> START = CATALOGUE.number("extent@start");
    /** Bytes. */
    public static final Property<Long> END = CATALOGUE.number("extent@end");

    private VolumeExtentProperties() {}
}
