package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** How to delete what a storage pool is made of. */
public enum PoolDeleteFlag implements Flag {
    /** Overwrite with zeros. */
    ZEROED(StorageFlags.DELETE_ZEROED);

    private final long bit;

    PoolDeleteFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
