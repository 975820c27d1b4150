package org.innkeeper.core.xml.snapshot;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What becomes of one disk. */
public final class SnapshotDiskProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("snapshot-disk", "disks/disk");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> SNAPSHOT =
            CATALOGUE.choice("@snapshot", "no", "internal", "external", "manual");
    public static final Property<String> TYPE = CATALOGUE.choice("@type", "file", "block", "network");
    public static final Property<String> DRIVER_TYPE = CATALOGUE.text("driver@type");
    public static final Property<String> SOURCE_FILE = CATALOGUE.text("source@file");

    private SnapshotDiskProperties() {}
}
