package org.innkeeper.driver.test.host;

import java.util.Map;
import java.util.TreeMap;
import org.innkeeper.core.model.CpuMap;

/** Which vcpus of a domain are bound to which host CPUs, in its run and in its definition. */
public final class PinTable {
    private final Map<Integer, CpuMap> stored = new TreeMap<>();
    private final Map<Integer, CpuMap> live = new TreeMap<>();

    void begin() {
        live.clear();
        live.putAll(stored);
    }

    public void pin(boolean liveOne, int vcpu, CpuMap cpus) {
        (liveOne ? live : stored).put(vcpu, cpus);
    }

    /** The host CPUs of a vcpu; all of them where it is not bound. */
    public CpuMap of(boolean liveOne, int vcpu, int hostCpus) {
        CpuMap pinned = (liveOne ? live : stored).get(vcpu);
        return pinned == null ? CpuMap.firstCpus(hostCpus) : pinned;
    }
}
