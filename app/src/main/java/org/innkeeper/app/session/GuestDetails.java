package org.innkeeper.app.session;

import java.util.List;

/**
 * What the definition of a guest tells about it; read only for guests that somebody looks at. Never holds a secret.
 *
 * @param title the one line somebody gave it, or null
 * @param description free text, or null
 * @param osId the operating system as libosinfo names it, or null where the definition does not tell
 * @param hypervisor the domain type, such as {@code kvm} or {@code qemu}
 * @param arch the CPU architecture of the guest, or null
 * @param machine the machine type, or null
 * @param vcpus virtual CPUs at start
 * @param memoryKiB memory at start, KiB
 * @param disks in the order of the definition
 * @param interfaces in the order of the definition
 * @param graphics kinds of screens, such as {@code vnc}
 */
public record GuestDetails(
        String title,
        String description,
        String osId,
        String hypervisor,
        String arch,
        String machine,
        int vcpus,
        long memoryKiB,
        List<DiskSummary> disks,
        List<InterfaceSummary> interfaces,
        List<String> graphics) {
    public GuestDetails {
        disks = List.copyOf(disks);
        interfaces = List.copyOf(interfaces);
        graphics = List.copyOf(graphics);
    }
}
