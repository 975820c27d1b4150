package org.innkeeper.core.model;

/**
 * CPU time of the whole host since it started, summed over its CPUs, nanoseconds: libvirt's
 * {@code virNodeGetCPUStats(VIR_NODE_CPU_STATS_ALL_CPUS)}.
 */
public record NodeCpuStats(long user, long kernel, long idle, long ioWait) {
    public long total() {
        return user + kernel + idle + ioWait;
    }

    /** Time the CPUs did work: waiting for I/O is not work. */
    public long busy() {
        return user + kernel;
    }
}
