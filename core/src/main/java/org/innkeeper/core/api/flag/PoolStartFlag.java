package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** What to do before a storage pool starts. */
public enum PoolStartFlag implements Flag {
    /** Build it. */
    BUILD(StorageFlags.CREATE_WITH_BUILD),
    /** Build it, even over other data. */
    BUILD_OVERWRITE(StorageFlags.CREATE_WITH_BUILD_OVERWRITE),
    /** Build it unless there is other data. */
    BUILD_NO_OVERWRITE(StorageFlags.CREATE_WITH_BUILD_NO_OVERWRITE);

    private final long bit;

    PoolStartFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
