package org.innkeeper.core.xml.storage;

import java.util.List;
import org.innkeeper.core.xml.Catalogue;

/** All declared properties of a storage pool. */
public final class StoragePoolCatalogues {
    public static final List<Catalogue> ALL = List.of(
            StoragePoolProperties.CATALOGUE,
            StoragePoolHostProperties.CATALOGUE,
            StoragePoolDeviceProperties.CATALOGUE);

    private StoragePoolCatalogues() {}
}
