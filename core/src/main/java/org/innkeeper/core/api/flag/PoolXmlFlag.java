package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** Which definition of a storage pool to give. */
public enum PoolXmlFlag implements Flag {
    /** The definition of the next start. */
    INACTIVE(StorageFlags.XML_INACTIVE);

    private final long bit;

    PoolXmlFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
