package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.SnapshotFlags;

/** Which snapshots to list. */
public enum SnapshotFilter implements Flag {
    /** Of a domain: only those without a parent. */
    ROOTS(SnapshotFlags.LIST_ROOTS),
    /** Of a snapshot: all below, not only the children. */
    DESCENDANTS(SnapshotFlags.LIST_DESCENDANTS),
    /** With metadata. */
    METADATA(SnapshotFlags.LIST_METADATA),
    /** Without children. */
    LEAVES(SnapshotFlags.LIST_LEAVES),
    /** With children. */
    NO_LEAVES(SnapshotFlags.LIST_NO_LEAVES),
    /** Without metadata. */
    NO_METADATA(SnapshotFlags.LIST_NO_METADATA),
    /** Taken while it was off. */
    INACTIVE(SnapshotFlags.LIST_INACTIVE),
    /** Taken while it ran, with memory. */
    ACTIVE(SnapshotFlags.LIST_ACTIVE),
    /** Taken while it ran, without memory. */
    DISK_ONLY(SnapshotFlags.LIST_DISK_ONLY),
    /** In the image. */
    INTERNAL(SnapshotFlags.LIST_INTERNAL),
    /** In files of their own. */
    EXTERNAL(SnapshotFlags.LIST_EXTERNAL),
    /** Parents first. */
    TOPOLOGICAL(SnapshotFlags.LIST_TOPOLOGICAL);

    private final long bit;

    SnapshotFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
