package org.innkeeper.core.xml.storage;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A server of the pool's storage. */
public final class StoragePoolHostProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("pool-host", "source/host");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<Integer> PORT = CATALOGUE.integer("@port");

    private StoragePoolHostProperties() {}
}
