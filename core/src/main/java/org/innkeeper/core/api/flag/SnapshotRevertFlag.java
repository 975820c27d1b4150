package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.SnapshotFlags;

/** How a domain goes on after it was put back. */
public enum SnapshotRevertFlag implements Flag {
    /** Let it run. */
    RUNNING(SnapshotFlags.REVERT_RUNNING),
    /** Leave it paused. */
    PAUSED(SnapshotFlags.REVERT_PAUSED),
    /** Even where something may be lost. */
    FORCE(SnapshotFlags.REVERT_FORCE),
    /** With a fresh NVRAM file. */
    RESET_NVRAM(SnapshotFlags.REVERT_RESET_NVRAM);

    private final long bit;

    SnapshotRevertFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
