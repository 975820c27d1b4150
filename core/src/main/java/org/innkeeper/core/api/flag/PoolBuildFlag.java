package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** How to build a storage pool. */
public enum PoolBuildFlag implements Flag {
    /** Repair what is there. */
    REPAIR(StorageFlags.BUILD_REPAIR),
    /** Extend what is there. */
    RESIZE(StorageFlags.BUILD_RESIZE),
    /** Fail where there is other data. */
    NO_OVERWRITE(StorageFlags.BUILD_NO_OVERWRITE),
    /** Overwrite other data. */
    OVERWRITE(StorageFlags.BUILD_OVERWRITE);

    private final long bit;

    PoolBuildFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
