package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Where the variables of the firmware are kept, where that is no plain path. */
public final class NvramSourceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("nvram-source", "os/nvram/source");

    public static final Property<String> FILE = CATALOGUE.text("@file");
    public static final Property<String> PROTOCOL = CATALOGUE.text("@protocol");
    public static final Property<String> NAME = CATALOGUE.text("@name");

    private NvramSourceProperties() {}
}
