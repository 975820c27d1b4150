package org.innkeeper.driver.test.host;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.model.CpuMap;

/**
 * What the driver needs to know of a definition, so that the XML is read once.
 *
 * @param maxMemory KiB
 * @param memory KiB, at most {@code maxMemory}
 * @param vcpus at most {@code maxVcpus}
 * @param pins the host CPUs of vcpus that are bound to some
 * @param messages what is worth a warning
 */
public record DomainFacts(
        String name,
        UUID uuid,
        long maxMemory,
        long memory,
        int maxVcpus,
        int vcpus,
        LifecycleAction onPoweroff,
        LifecycleAction onReboot,
        LifecycleAction onCrash,
        List<DiskFacts> disks,
        List<NicFacts> nics,
        Map<Integer, CpuMap> pins,
        List<String> messages) {
    public DomainFacts {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
        pins = Map.copyOf(pins);
        messages = List.copyOf(messages);
    }

    /** What happens on an event of the guest. */
    public LifecycleAction action(LifecycleEvent event) {
        return switch (event) {
            case POWEROFF -> onPoweroff;
            case REBOOT -> onReboot;
            case CRASH -> onCrash;
        };
    }

    /** The host CPUs a vcpu may run on; all where it is not bound. */
    public CpuMap affinity(int vcpu, int hostCpus) {
        CpuMap pinned = pins.get(vcpu);
        return pinned == null ? CpuMap.firstCpus(hostCpus) : pinned;
    }
}
