package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StatsGroups;

/** Groups of statistics. */
public enum StatsGroup implements Flag {
    /** State and reason. */
    STATE(StatsGroups.STATE),
    /** CPU time. */
    CPU_TOTAL(StatsGroups.CPU_TOTAL),
    /** Memory. */
    BALLOON(StatsGroups.BALLOON),
    /** Each vcpu. */
    VCPU(StatsGroups.VCPU),
    /** Each interface. */
    INTERFACE(StatsGroups.INTERFACE),
    /** Each disk. */
    BLOCK(StatsGroups.BLOCK),
    /** Performance counters. */
    PERF(StatsGroups.PERF),
    /** I/O threads. */
    IOTHREAD(StatsGroups.IOTHREAD),
    /** Memory bandwidth. */
    MEMORY(StatsGroups.MEMORY),
    /** How fast memory changes. */
    DIRTY_RATE(StatsGroups.DIRTY_RATE),
    /** Counters of the hypervisor. */
    VM(StatsGroups.VM);

    private final long bit;

    StatsGroup(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
