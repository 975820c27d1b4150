package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.SnapshotFlags;

/** How to take a snapshot. */
public enum SnapshotCreateFlag implements Flag {
    /** Only tell the driver about one that exists. */
    REDEFINE(SnapshotFlags.CREATE_REDEFINE),
    /** And make it the current one. */
    CURRENT(SnapshotFlags.CREATE_CURRENT),
    /** And forget it at once. */
    NO_METADATA(SnapshotFlags.CREATE_NO_METADATA),
    /** Stop the domain afterwards. */
    HALT(SnapshotFlags.CREATE_HALT),
    /** Disks only. */
    DISK_ONLY(SnapshotFlags.CREATE_DISK_ONLY),
    /** Use files that exist. */
    REUSE_EXT(SnapshotFlags.CREATE_REUSE_EXT),
    /** Ask the guest agent to write everything first. */
    QUIESCE(SnapshotFlags.CREATE_QUIESCE),
    /** All disks or none. */
    ATOMIC(SnapshotFlags.CREATE_ATOMIC),
    /** Let it run meanwhile. */
    LIVE(SnapshotFlags.CREATE_LIVE),
    /** Check the XML against the schema. */
    VALIDATE(SnapshotFlags.CREATE_VALIDATE);

    private final long bit;

    SnapshotCreateFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
