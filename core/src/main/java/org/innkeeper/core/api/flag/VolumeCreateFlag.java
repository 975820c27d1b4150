package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** How to make a volume. */
public enum VolumeCreateFlag implements Flag {
    /** Allocate metadata. */
    PREALLOC_METADATA(StorageFlags.VOLUME_CREATE_PREALLOC_METADATA),
    /** Share blocks with the source. */
    REFLINK(StorageFlags.VOLUME_CREATE_REFLINK),
    /** Check the XML against the schema. */
    VALIDATE(StorageFlags.VOLUME_CREATE_VALIDATE);

    private final long bit;

    VolumeCreateFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
