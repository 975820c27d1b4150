package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.hypercall.InterfaceTable.DomainLayout;
import org.innkeeper.driver.xen.hypercall.InterfaceTable.PhysicalLayout;

/**
 * Asks a hypervisor. The versions of its interfaces are found out with the first call that needs them: it says
 * {@code EACCES} to all but its own. Safe for any thread.
 */
public final class Hypervisor implements AutoCloseable {
    /** How many domains are asked for in one call. */
    static final int BATCH = 1024;

    private static final int TEXT_CAPABILITIES = 3;
    private static final int CAPABILITIES_LENGTH = 1024;

    private static final int SYSCTL_PHYSICAL = 3;
    private static final int SYSCTL_SCHEDULER = 4;
    private static final int SYSCTL_DOMAINS = 6;
    private static final int SYSCTL_CPUS = 8;
    private static final int SYSCTL_FREE_MEMORY = 9;

    /** The most CPUs that are asked about. */
    private static final int MOST_CPUS = 4096;

    private static final int DOMCTL_PAUSE = 3;
    private static final int DOMCTL_UNPAUSE = 4;
    private static final int DOMCTL_DOMAIN = 5;
    private static final int DOMCTL_MAX_MEMORY = 11;
    private static final int DOMCTL_MAX_VCPUS = 15;

    /** Xen 3.2 tells sockets where later releases with the same version of sysctl tell CPUs. */
    private static final long RELEASE_WITH_CPUS = 3_003_000;

    private static final int AMBIGUOUS_SYSCTL = 0x6;
    private static final int KIB_PER_PAGE = 4;

    private final HypercallPort port;
    private final RawCalls calls;
    private volatile Interfaces interfaces;

    /** @param port is this object's from now on */
    public Hypervisor(HypercallPort port) {
        this.port = port;
        this.calls = new RawCalls(port);
    }

    /** 1000000 * major + 1000 * minor. */
    public long version() {
        int release = calls.release();
        return (release >>> 16) * 1_000_000L + (release & 0xffff) * 1000L;
    }

    /** What guests it runs: {@code xen-3.0-x86_64 hvm-3.0-x86_32 ...}. */
    public String capabilities() {
        return calls.text(TEXT_CAPABILITIES, CAPABILITIES_LENGTH);
    }

    /**
     * Finds out the versions of its interfaces, once.
     *
     * @throws InnkeeperException {@code NO_SUPPORT} for versions that are not known, {@code ACCESS_DENIED} where this domain
     *     is not the one that manages
     */
    Interfaces interfaces() {
        Interfaces known = interfaces;
        if (known == null) {
            known = probe();
            interfaces = known;
        }
        return known;
    }

    private Interfaces probe() {
        int firstSysctl = InterfaceTable.FIRST_SYSCTL;
        int lastSysctl = InterfaceTable.LAST_SYSCTL;
        int sysctl = RawCalls.firstOf(
                firstSysctl,
                lastSysctl,
                version ->
                        InterfaceTable.sysctl(version).isPresent() && calls.acceptsSysctl(version, SYSCTL_SCHEDULER));
        int firstDomctl = InterfaceTable.FIRST_DOMCTL;
        int lastDomctl = InterfaceTable.LAST_DOMCTL;
        int domctl = RawCalls.firstOf(
                firstDomctl,
                lastDomctl,
                version ->
                        InterfaceTable.domctl(version).isPresent() && calls.acceptsDomctl(version, DOMCTL_DOMAIN, 0));
        return new Interfaces(
                sysctl,
                InterfaceTable.sysctl(sysctl)
                        .orElseThrow(
                                () -> HypercallErrors.unknownInterface("sysctl", firstSysctl, lastSysctl, version())),
                domctl,
                InterfaceTable.domctl(domctl)
                        .orElseThrow(
                                () -> HypercallErrors.unknownInterface("domctl", firstDomctl, lastDomctl, version())));
    }

    /** All domains, ascending by id; one call for {@value #BATCH} of them. */
    public List<HostedDomain> domains() {
        DomainLayout layout = interfaces().domctl().domain();
        List<HostedDomain> domains = new ArrayList<>();
        try (HypercallMemory list = calls.allocate(BATCH * layout.size())) {
            int first = 0;
            int count;
            do {
                int from = first;
                ByteBuffer reply = sysctl(
                        SYSCTL_DOMAINS,
                        block ->
                                block.putShort(0, (short) from).putInt(4, BATCH).putLong(8, list.address()),
                        "the list of domains");
                count = checkedCount(reply.getInt(16));
                ByteBuffer elements =
                        ByteBuffer.wrap(list.read(count * layout.size())).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < count; i++) {
                    domains.add(HostedDomain.read(
                            layout,
                            elements.slice(i * layout.size(), layout.size()).order(ByteOrder.LITTLE_ENDIAN)));
                }
                if (count > 0) {
                    first = domains.get(domains.size() - 1).id() + 1;
                }
            } while (count == BATCH);
        }
        return domains;
    }

    private static int checkedCount(int count) {
        if (count < 0 || count > BATCH) {
            throw new IllegalStateException("Xen lists " + Integer.toUnsignedString(count) + " domains of " + BATCH);
        }
        return count;
    }

    /** One domain, empty where there is none with that id. */
    public Optional<HostedDomain> domain(int id) {
        DomainLayout layout = interfaces().domctl().domain();
        try {
            HostedDomain domain = HostedDomain.read(layout, domctl(DOMCTL_DOMAIN, id, block -> {}, "domain " + id));
            // Up to Xen 4.17 it answers with the next one there is.
            return Optional.of(domain).filter(found -> found.id() == id);
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public PhysicalHost host() {
        PhysicalLayout layout = interfaces().sysctl().physical();
        ByteBuffer reply = sysctl(SYSCTL_PHYSICAL, block -> {}, "the host");
        int threads = Math.max(1, reply.getInt(0));
        int cores = Math.max(1, reply.getInt(4));
        int nodes = Math.max(1, reply.getInt(layout.nodes()));
        int sockets;
        int cpus;
        if (layout.cpus() == PhysicalLayout.NONE || tellsSockets()) {
            int place = layout.cpus() == PhysicalLayout.NONE ? layout.sockets() : layout.cpus();
            sockets = Math.max(1, reply.getInt(place));
            cpus = nodes * sockets * cores * threads;
        } else {
            cpus = reply.getInt(layout.cpus());
            sockets = Math.max(1, cpus / (nodes * cores * threads));
        }
        return new PhysicalHost(
                cpus,
                threads,
                cores,
                sockets,
                nodes,
                reply.getInt(layout.khz()),
                reply.getLong(layout.pages()) * KIB_PER_PAGE,
                reply.getLong(layout.pages() + 8) * KIB_PER_PAGE);
    }

    private boolean tellsSockets() {
        return interfaces().sysctlVersion() == AMBIGUOUS_SYSCTL && version() < RELEASE_WITH_CPUS;
    }

    /**
     * The free memory of each NUMA node, bytes.
     *
     * @throws InnkeeperException {@code NO_SUPPORT} for Xen before 3.2
     */
    public List<Long> freeMemoryOfNodes() {
        if (!interfaces().sysctl().knowsCellMemory()) {
            throw HypercallErrors.failed(Errno.ENOSYS, "the free memory of NUMA nodes");
        }
        List<Long> free = new ArrayList<>();
        int nodes = host().nodes();
        for (int node = 0; node < nodes; node++) {
            int number = node;
            ByteBuffer reply = sysctl(
                    SYSCTL_FREE_MEMORY, block -> block.putInt(8, number), "the free memory of NUMA node " + node);
            free.add(reply.getLong(16));
        }
        return free;
    }

    /** Whether {@link #idleTimes} works. */
    boolean knowsCpuTime() {
        return interfaces().sysctlVersion() >= InterfaceTable.FIRST_SYSCTL_WITH_CPU_TIME;
    }

    /**
     * How long each CPU of the host was idle, nanoseconds.
     *
     * @throws InnkeeperException {@code NO_SUPPORT} for Xen before 3.1
     */
    public List<Long> idleTimes() {
        if (!knowsCpuTime()) {
            throw HypercallErrors.failed(Errno.ENOSYS, "how long its CPUs were idle");
        }
        try (HypercallMemory times = calls.allocate(MOST_CPUS * Long.BYTES)) {
            ByteBuffer reply = sysctl(
                    SYSCTL_CPUS,
                    block -> block.putInt(0, MOST_CPUS).putLong(8, times.address()),
                    "how long its CPUs were idle");
            int count = reply.getInt(16);
            if (count < 0 || count > MOST_CPUS) {
                throw new IllegalStateException(
                        "Xen tells of " + Integer.toUnsignedString(count) + " CPUs of " + MOST_CPUS);
            }
            ByteBuffer values = ByteBuffer.wrap(times.read(count * Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            List<Long> idle = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                idle.add(values.getLong(i * Long.BYTES));
            }
            return idle;
        }
    }

    /** The scheduler of the host. */
    public SchedulerKind scheduler() {
        int number = sysctl(SYSCTL_SCHEDULER, block -> {}, "its scheduler").getInt(0);
        return SchedulerKind.ofNumber(number)
                .orElseThrow(() -> HypercallErrors.failed(Errno.ENOSYS, "a scheduler that is known here: " + number));
    }

    public void pause(int id) {
        domctl(DOMCTL_PAUSE, id, block -> {}, "pausing domain " + id);
    }

    public void unpause(int id) {
        domctl(DOMCTL_UNPAUSE, id, block -> {}, "letting domain " + id + " go on");
    }

    /** @param memory KiB */
    public void setMaxMemory(int id, long memory) {
        domctl(DOMCTL_MAX_MEMORY, id, block -> block.putLong(0, memory), memory + " KiB for domain " + id);
    }

    /** Later releases of Xen take this of a domain without virtual CPUs only, or the number it has. */
    public void setMaxVcpus(int id, int count) {
        domctl(DOMCTL_MAX_VCPUS, id, block -> block.putInt(0, count), count + " virtual CPUs for domain " + id);
    }

    /** The virtual CPUs of domains. */
    public Vcpus vcpus() {
        return new Vcpus(this);
    }

    /** What a scheduler knows of domains. */
    public SchedulerCalls schedulerCalls() {
        return new SchedulerCalls(this);
    }

    HypercallMemory allocate(int size) {
        return calls.allocate(size);
    }

    ByteBuffer sysctl(int command, Consumer<ByteBuffer> fill, String what) {
        return calls.sysctl(interfaces().sysctlVersion(), command, fill, what);
    }

    ByteBuffer domctl(int command, int id, Consumer<ByteBuffer> fill, String what) {
        return calls.domctl(interfaces().domctlVersion(), command, id, fill, what);
    }

    @Override
    public void close() {
        port.close();
    }
}
