package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StatsGroups;

/** How to read statistics. */
public enum StatsFlag implements Flag {
    /** Skip what would have to wait for a job. */
    NOWAIT(StatsGroups.GET_ALL_STATS_NOWAIT),
    /** The backing chains of disks too. */
    BACKING(StatsGroups.GET_ALL_STATS_BACKING),
    /** Fail when a group is not supported. */
    ENFORCE(StatsGroups.ENFORCE);

    private final long bit;

    StatsFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
