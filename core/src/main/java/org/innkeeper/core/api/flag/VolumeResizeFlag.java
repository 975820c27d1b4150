package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** How to change the capacity of a volume. */
public enum VolumeResizeFlag implements Flag {
    /** Allocate the new room. */
    ALLOCATE(StorageFlags.VOLUME_RESIZE_ALLOCATE),
    /** The capacity is a difference. */
    DELTA(StorageFlags.VOLUME_RESIZE_DELTA),
    /** Allow it to become smaller. */
    SHRINK(StorageFlags.VOLUME_RESIZE_SHRINK);

    private final long bit;

    VolumeResizeFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
