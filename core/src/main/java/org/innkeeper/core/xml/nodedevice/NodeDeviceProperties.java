package org.innkeeper.core.xml.nodedevice;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A device of a host. */
public final class NodeDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("device", "");

    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<String> PATH = CATALOGUE.text("path");
    public static final Property<String> PARENT = CATALOGUE.text("parent");

    private NodeDeviceProperties() {}
}
