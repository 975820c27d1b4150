package org.innkeeper.driver.test.host;

import java.util.List;
import java.util.UUID;

/**
 * What the driver needs to know of a definition, so that the XML is read once.
 *
 * @param maxMemory KiB
 * @param memory KiB, at most {@code maxMemory}
 * @param vcpus at most {@code maxVcpus}
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
        List<String> messages) {
    public DomainFacts {
        disks = List.copyOf(disks);
        nics = List.copyOf(nics);
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
}
