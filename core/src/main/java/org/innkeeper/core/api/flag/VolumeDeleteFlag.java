package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** How to delete a volume. */
public enum VolumeDeleteFlag implements Flag {
    /** Overwrite with zeros. */
    ZEROED(StorageFlags.VOLUME_DELETE_ZEROED),
    /** Even with snapshots inside. */
    WITH_SNAPSHOTS(StorageFlags.VOLUME_DELETE_WITH_SNAPSHOTS);

    private final long bit;

    VolumeDeleteFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
