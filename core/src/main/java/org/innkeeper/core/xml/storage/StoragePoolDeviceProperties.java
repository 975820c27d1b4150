package org.innkeeper.core.xml.storage;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A device the pool is made of. */
public final class StoragePoolDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("pool-device", "source/device");

    public static final Property<String> PATH = CATALOGUE.text("@path");
    public static final Property<Boolean> PART_SEPARATOR = CATALOGUE.yesNo("@part_separator");

    private StoragePoolDeviceProperties() {}
}
