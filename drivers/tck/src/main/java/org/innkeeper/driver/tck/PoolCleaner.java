package org.innkeeper.driver.tck;

import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.StorageFlags;

/** Takes pools away that a test made, with all their volumes. */
final class PoolCleaner {
    private PoolCleaner() {}

    static void remove(StorageFacet storage, StoragePoolRef pool) {
        CallContext context = CallContext.create();
        if (!storage.listPools(context, 0).contains(pool)) {
            return;
        }
        if (storage.isPoolActive(context, pool)) {
            for (VolumeRef volume : storage.listVolumes(context, pool)) {
                storage.deleteVolume(context, volume, 0);
            }
            storage.destroyPool(context, pool);
        }
        if (storage.listPools(context, StorageFlags.LIST_PERSISTENT).contains(pool)) {
            storage.undefinePool(context, pool);
        }
    }
}
