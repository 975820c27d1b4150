package org.innkeeper.core.model;

import java.util.Objects;

/**
 * One virtual CPU: libvirt's {@code virVcpuInfo} with its affinity.
 *
 * @param number from 0
 * @param state 0 offline, 1 running, 2 blocked on a resource
 * @param cpuTime CPU time used, nanoseconds; -1 where it is not known
 * @param cpu the host CPU it is on, -1 where it is on none or it is not known
 * @param affinity the host CPUs it may run on
 */
public record VcpuInfo(int number, int state, long cpuTime, int cpu, CpuMap affinity) {
    public static final int OFFLINE = 0;
    public static final int RUNNING = 1;
    public static final int BLOCKED = 2;

    public VcpuInfo {
        Objects.requireNonNull(affinity, "affinity");
    }
}
