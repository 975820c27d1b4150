package org.innkeeper.core.spi;

/** Groups and flags of bulk statistics, with libvirt's bits. */
public final class StatsGroups {
    /** State and reason. */
    public static final long STATE = 1L;

    /** CPU time. */
    public static final long CPU_TOTAL = 1L << 1;

    /** Memory. */
    public static final long BALLOON = 1L << 2;

    /** Each vcpu. */
    public static final long VCPU = 1L << 3;

    /** Each interface. */
    public static final long INTERFACE = 1L << 4;

    /** Each disk. */
    public static final long BLOCK = 1L << 5;

    /** Performance counters. */
    public static final long PERF = 1L << 6;

    /** I/O threads. */
    public static final long IOTHREAD = 1L << 7;

    /** Memory bandwidth. */
    public static final long MEMORY = 1L << 8;

    /** How fast memory changes. */
    public static final long DIRTY_RATE = 1L << 9;

    /** Counters of the hypervisor. */
    public static final long VM = 1L << 10;

    /** Skip what would have to wait for a job. */
    public static final long GET_ALL_STATS_NOWAIT = 1L << 29;

    /** The backing chains of disks too. */
    public static final long GET_ALL_STATS_BACKING = 1L << 30;

    /** Fail when a group is not supported: {@code VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS}. */
    public static final long ENFORCE = 1L << 31;

    private StatsGroups() {}

    /**
     * Refuses bits that are not allowed, with {@code INVALID_ARG}.
     *
     * @param what the function, for the message
     */
    public static void check(String what, long flags, long allowed) {
        FlagCheck.check(what, flags, allowed);
    }
}
