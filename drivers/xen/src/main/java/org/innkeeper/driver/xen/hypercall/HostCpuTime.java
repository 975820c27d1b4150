package org.innkeeper.driver.xen.hypercall;

import java.util.List;
import java.util.function.LongSupplier;
import org.innkeeper.core.model.NodeCpuStats;

/**
 * The CPU time of the whole host. The hypervisor tells how long each CPU was idle, but not since when it runs: so time counts
 * from the first look, at which the CPUs had worked as long as all domains there are. What Domain-0 used, which serves the
 * others, is told as the kernel's, all else as the user's. Safe for any thread.
 */
final class HostCpuTime {
    private final LongSupplier clock;
    private boolean begun;
    private long offset;
    private long user;

    /** @param clock nanoseconds that only go up */
    HostCpuTime(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * @param idle of each CPU, nanoseconds
     * @param domains what all domains used so far, nanoseconds
     * @param domain0 what Domain-0 used of that
     */
    synchronized NodeCpuStats sample(List<Long> idle, long domains, long domain0) {
        long unused = idle.stream().mapToLong(Long::longValue).sum();
        long passed = clock.getAsLong() * idle.size() - unused;
        if (!begun) {
            begun = true;
            offset = domains - passed;
        }
        // The clock was not read in the same instant.
        user = Math.max(user, passed + offset - domain0);
        return new NodeCpuStats(user, domain0, unused, 0);
    }
}
