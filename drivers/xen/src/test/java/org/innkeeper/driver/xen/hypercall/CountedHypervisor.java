package org.innkeeper.driver.xen.hypercall;

import java.util.concurrent.atomic.AtomicLong;
import org.innkeeper.driver.xen.host.HostPaths;

/** A simulated hypervisor with guests, and how many calls were made to it; for measurements. */
public final class CountedHypervisor {
    private static final int VCPUS = 2;

    private final AtomicLong calls = new AtomicLong();
    private final HypercallPart part;

    /** @param guests how many run, beside Domain-0 */
    public CountedHypervisor(int guests, HostPaths paths) {
        SimulatedHypervisor simulated = new SimulatedHypervisor(XenRelease.XEN_4_17);
        for (int id = 0; id <= guests; id++) {
            if (!simulated.guests.containsKey(id)) {
                simulated.add(id, VCPUS);
            }
        }
        HypercallPort counting = new HypercallPort() {
            @Override
            public long call(int number, long... arguments) {
                calls.incrementAndGet();
                return simulated.call(number, arguments);
            }

            @Override
            public HypercallMemory allocate(int size) {
                return simulated.allocate(size);
            }

            @Override
            public void close() {
                simulated.close();
            }
        };
        part = new HypercallPart(() -> "", () -> counting, paths);
    }

    public HypercallPart part() {
        return part;
    }

    /** The calls since the last time this was asked. */
    public long calls() {
        return calls.getAndSet(0);
    }
}
