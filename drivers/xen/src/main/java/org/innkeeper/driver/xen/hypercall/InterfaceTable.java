package org.innkeeper.driver.xen.hypercall;

import java.util.List;
import java.util.Optional;

/**
 * What differs between the versions of the hypervisor's two interfaces for tools, sysctl (about the host) and domctl (about
 * one domain), from Xen 3.0.3 to 4.20 on 64-bit machines. The hypervisor accepts exactly one version of each and a release
 * may have any pair of them, so each has rows of its own. What is not here has not changed in all that time.
 *
 * <p>The facts are those of Xen's public headers {@code sysctl.h} and {@code domctl.h} of the releases; those of 4.17 were
 * seen on a running one too. Xen 3.0.2 had another interface, which is not spoken.
 */
final class InterfaceTable {
    private static final List<SysctlLayout> SYSCTLS = List.of(
            // 3.0.3, 3.0.4 and 3.1
            new SysctlLayout(0x2, 0x3, new PhysicalLayout(PhysicalLayout.NONE, 8, 12, 16, 24), false),
            // 3.2 to 3.4, 4.0
            new SysctlLayout(0x6, 0x7, new PhysicalLayout(8, PhysicalLayout.NONE, 12, 16, 24), true),
            // 4.1 to 4.16: the largest ids follow their numbers
            new SysctlLayout(0x8, 0x14, new PhysicalLayout(8, PhysicalLayout.NONE, 16, 24, 32), true),
            // 4.17 to 4.20: what the architecture can do comes before the memory
            new SysctlLayout(0x15, 0x15, new PhysicalLayout(8, PhysicalLayout.NONE, 16, 24, 40), true));

    private static final List<DomctlLayout> DOMCTLS = List.of(
            // 3.0.3 to 3.4
            new DomctlLayout(0x3, 0x5, new DomainLayout(72, 32, 40, 44, 52), false, false),
            // 4.0 counts shared pages
            new DomctlLayout(0x6, 0x6, new DomainLayout(80, 40, 48, 52, 60), false, false),
            // 4.1 has CPU pools, in what was padding
            new DomctlLayout(0x7, 0x7, new DomainLayout(80, 40, 48, 52, 60), false, false),
            // 4.2 counts paged-out pages
            new DomctlLayout(0x8, 0x8, new DomainLayout(88, 48, 56, 60, 68), false, false),
            // 4.3 and 4.4 count outstanding pages
            new DomctlLayout(0x9, 0x9, new DomainLayout(96, 56, 64, 68, 76), false, false),
            // 4.5 to 4.9: hard and soft affinity
            new DomctlLayout(0xa, 0xd, new DomainLayout(96, 56, 64, 68, 76), true, false),
            // 4.10 to 4.16: the architecture's configuration at the end; credit2 has a cap
            new DomctlLayout(0xe, 0x14, new DomainLayout(104, 56, 64, 68, 76), true, true),
            // 4.17 to 4.20: the width of addresses before that
            new DomctlLayout(0x15, 0x17, new DomainLayout(112, 56, 64, 68, 76), true, true));

    /** The oldest and the newest version that are known. */
    static final int FIRST_SYSCTL = SYSCTLS.get(0).first();

    static final int LAST_SYSCTL = SYSCTLS.get(SYSCTLS.size() - 1).last();
    static final int FIRST_DOMCTL = DOMCTLS.get(0).first();
    static final int LAST_DOMCTL = DOMCTLS.get(DOMCTLS.size() - 1).last();

    /** Xen 3.1 is the first that tells how long CPUs were idle. */
    static final int FIRST_SYSCTL_WITH_CPU_TIME = 0x3;

    private InterfaceTable() {}

    static Optional<SysctlLayout> sysctl(int version) {
        return SYSCTLS.stream()
                .filter(layout -> layout.first() <= version && version <= layout.last())
                .findFirst();
    }

    static Optional<DomctlLayout> domctl(int version) {
        return DOMCTLS.stream()
                .filter(layout -> layout.first() <= version && version <= layout.last())
                .findFirst();
    }

    /**
     * Some versions of sysctl.
     *
     * @param first the first version
     * @param last the last one
     * @param physical how the host is described
     * @param knowsCellMemory whether the free memory of a NUMA node can be asked for
     */
    record SysctlLayout(int first, int last, PhysicalLayout physical, boolean knowsCellMemory) {}

    /**
     * Some versions of domctl.
     *
     * @param first the first version
     * @param last the last one
     * @param domain how a domain is described
     * @param hasSoftAffinity whether an affinity is told as a hard and a soft one
     * @param credit2HasCap whether credit2 knows a cap
     */
    record DomctlLayout(int first, int last, DomainLayout domain, boolean hasSoftAffinity, boolean credit2HasCap) {}

    /**
     * Where things are in the description of the host. Threads per core are at 0, cores per socket at 4 in all of them.
     *
     * @param cpus the number of CPUs, or {@link #NONE}
     * @param sockets the number of sockets of a node, or {@link #NONE}
     * @param nodes the number of NUMA nodes
     * @param khz the clock of the CPUs
     * @param pages all pages; the free ones follow
     */
    record PhysicalLayout(int cpus, int sockets, int nodes, int khz, int pages) {
        static final int NONE = -1;
    }

    /**
     * Where things are in the description of a domain. The id is at 0, flags at 4, pages at 8 and the most pages at 16 in
     * all of them.
     *
     * @param size bytes from one description to the next
     * @param cpuTime nanoseconds
     * @param onlineVcpus their number
     * @param maxVcpuId the largest id of a virtual CPU
     * @param handle the UUID, 16 bytes
     */
    record DomainLayout(int size, int cpuTime, int onlineVcpus, int maxVcpuId, int handle) {}
}
