package org.innkeeper.driver.test.host;

import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.driver.test.load.GuestMeter;

/** What a host does as a whole: the sum of its guests and a little of its own. Used under the lock of the host. */
public final class HostLoad {
    private static final double OWN_CPU = 0.06;
    private static final double KERNEL_SHARE = 0.18;
    private static final double IO_WAIT = 0.01;

    private final TestHost host;
    private long retired;
    private NodeCpuStats last = new NodeCpuStats(0, 0, 0, 0);

    HostLoad(TestHost host) {
        this.host = host;
    }

    /** A run ended after so many nanoseconds of CPU time; the host does not forget them. */
    void retire(long cpuTime) {
        retired += cpuTime;
    }

    public NodeCpuStats cpuStats() {
        long busy = retired;
        for (TestDomain domain : host.domains().all()) {
            if (domain.isActive()) {
                GuestMeter meter = domain.run().meter();
                meter.read(host.seconds());
                busy += meter.cpuTime();
            }
        }
        long uptime = host.uptime();
        busy += (long) (uptime * OWN_CPU);
        long all = uptime * host.node().info().cpus();
        long waiting = (long) (all * IO_WAIT);
        last = new NodeCpuStats(
                Math.max(last.user(), (long) (busy * (1 - KERNEL_SHARE))),
                Math.max(last.kernel(), (long) (busy * KERNEL_SHARE)),
                Math.max(last.idle(), all - busy - waiting),
                Math.max(last.ioWait(), waiting));
        return last;
    }

    public NodeMemoryStats memoryStats() {
        long total = host.node().info().memory();
        long used = total / 12;
        for (TestDomain domain : host.domains().all()) {
            if (domain.isActive()) {
                domain.run().meter().read(host.seconds());
                used += domain.run().meter().resident(host.memoryOf(domain));
            }
        }
        long left = Math.max(total / 50, total - used);
        long cached = left / 3;
        long buffers = left / 40;
        return new NodeMemoryStats(total, left - cached - buffers, buffers, cached);
    }
}
