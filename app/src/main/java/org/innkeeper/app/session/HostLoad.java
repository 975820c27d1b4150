package org.innkeeper.app.session;

/**
 * How busy a host is, from its own counters.
 *
 * @param cpu share of all its CPUs, 0 to 1; NaN where it is not known
 * @param memoryUsedKiB memory that is neither free nor given back on demand, KiB; -1 where it is not known
 * @param memoryTotalKiB all memory, KiB; -1 where it is not known
 */
public record HostLoad(double cpu, long memoryUsedKiB, long memoryTotalKiB) {
    public static final HostLoad UNKNOWN = new HostLoad(Double.NaN, -1, -1);

    /** Share of its memory in use, 0 to 1; NaN where it is not known. */
    public double memory() {
        return memoryUsedKiB < 0 || memoryTotalKiB <= 0 ? Double.NaN : (double) memoryUsedKiB / memoryTotalKiB;
    }
}
