package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** An image below the image of a disk. */
public final class BackingStoreProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("backing", "devices/disk/**/backingStore");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "file", "block", "dir", "network", "volume", "nvme", "vhostuser");
    public static final Property<Integer> INDEX = CATALOGUE.integer("@index");
    public static final Property<String> FORMAT = CATALOGUE.text("format@type");
    public static final Property<String> SOURCE_FILE = CATALOGUE.text("source@file");
    public static final Property<String> SOURCE_DEVICE = CATALOGUE.text("source@dev");
    public static final Property<String> SOURCE_PROTOCOL = CATALOGUE.text("source@protocol");
    public static final Property<String> SOURCE_NAME = CATALOGUE.text("source@name");
    public static final Property<String> FD_GROUP = CATALOGUE.text("source@fdgroup");

    private BackingStoreProperties() {}
}
