package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.SnapshotFlags;

/** What to delete. */
public enum SnapshotDeleteFlag implements Flag {
    /** All below too. */
    CHILDREN(SnapshotFlags.DELETE_CHILDREN),
    /** Only what the driver knows of it, no data. */
    METADATA_ONLY(SnapshotFlags.DELETE_METADATA_ONLY),
    /** Only all below. */
    CHILDREN_ONLY(SnapshotFlags.DELETE_CHILDREN_ONLY);

    private final long bit;

    SnapshotDeleteFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
