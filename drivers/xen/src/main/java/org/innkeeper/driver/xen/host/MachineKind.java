package org.innkeeper.driver.xen.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a guest runs on Xen, under libvirt's names of machines. */
public enum MachineKind {
    /** Paravirtualized. */
    XENPV("xenpv", Set.of("xen", "linux")),
    /** Paravirtualized in the hardware's own mode; from Xen 4.10 on, through xl. */
    XENPVH("xenpvh", Set.of()),
    /** Fully virtualized. */
    XENFV("xenfv", Set.of("hvm", "pc", "isapc"));

    private static final long FIRST_WITH_PVH = 4_010_000;
    private static final long FIRST_WITH_MANY_VCPUS = 4_000_000;
    private static final int FEW_VCPUS = 32;

    private final String machine;
    private final Set<String> others;

    MachineKind(String machine, Set<String> others) {
        this.machine = machine;
        this.others = others;
    }

    /** libvirt's name of the machine. */
    public String machine() {
        return machine;
    }

    /** By the name of a machine, of an operating system's type or of a virtualization. */
    public static Optional<MachineKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.machine.equals(name) || name != null && kind.others.contains(name))
                .findFirst();
    }

    /**
     * Which of them a host runs, the one for most systems first.
     *
     * @param guestKinds what the hypervisor says: {@code xen-3.0-x86_64 hvm-3.0-x86_32 ...}
     * @param version of the hypervisor, 1000000 * major + 1000 * minor
     * @param xl whether guests are made by xl
     */
    public static List<MachineKind> of(String guestKinds, long version, boolean xl) {
        List<MachineKind> kinds = new ArrayList<>();
        List<String> words = List.of(guestKinds.strip().split("\\s+"));
        boolean hvm = words.stream().anyMatch(word -> word.startsWith("hvm-"));
        if (words.stream().anyMatch(word -> word.startsWith("xen-"))) {
            kinds.add(XENPV);
        }
        if (hvm && xl && version >= FIRST_WITH_PVH) {
            kinds.add(XENPVH);
        }
        if (hvm) {
            kinds.add(XENFV);
        }
        return kinds;
    }

    /** The most virtual CPUs of a guest. */
    public int mostVcpus(long version) {
        if (version < FIRST_WITH_MANY_VCPUS) {
            return FEW_VCPUS;
        }
        return this == XENPV ? 512 : 128;
    }
}
