package org.innkeeper.driver.xen.facet;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.HostFacts;
import org.innkeeper.driver.xen.host.MachineKind;
import org.innkeeper.driver.xen.host.PvhCapabilities;
import org.innkeeper.driver.xen.host.XenCapabilities;
import org.innkeeper.driver.xen.host.XenDomainCapabilities;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** The Xen host. */
final class XenNodeFacet extends XenFacet implements NodeFacet {
    /** The driver is part of this program and has no version of its own that a user could act on. */
    private static final long LIBRARY_VERSION = 1_000;

    private static final String READING = "reading the host";

    private final HostFacts facts;

    XenNodeFacet(XenContext xen) {
        super(xen);
        facts = new HostFacts(xen.paths());
    }

    @Override
    public String type(CallContext context) {
        return gate.call(context, READING, () -> "Xen");
    }

    @Override
    public long version(CallContext context) {
        return gate.call(context, READING, () -> hypervisorVersion(context));
    }

    @Override
    public long libraryVersion(CallContext context) {
        return gate.call(context, READING, () -> LIBRARY_VERSION);
    }

    @Override
    public String hostname(CallContext context) {
        return gate.call(context, READING, HostFacts::hostname);
    }

    @Override
    public NodeInfo info(CallContext context) {
        return gate.call(
                context, READING, () -> parts.ask(context, XenFunction.NODE_INFO, part -> part.nodeInfo(context)));
    }

    @Override
    public String capabilities(CallContext context) {
        return gate.call(context, "reading capabilities", () -> {
            String cpu = xen.local() ? facts.cpuInfo() : "";
            XmlElement capabilities =
                    XenCapabilities.of(architecture(context), cpu, guestKinds(context), Dialect.LIBVIRT_9);
            if (machines(context).contains(MachineKind.XENPVH)) {
                PvhCapabilities.add(capabilities);
            }
            return XmlDocument.of(capabilities).toText();
        });
    }

    private String guestKinds(CallContext context) {
        String kinds = xen.local() ? facts.guestKinds() : "";
        return kinds.isEmpty() && parts.can(context, XenFunction.GUEST_KINDS)
                ? parts.ask(context, XenFunction.GUEST_KINDS, part -> part.guestKinds(context))
                : kinds;
    }

    private List<MachineKind> machines(CallContext context) {
        return MachineKind.of(guestKinds(context), hypervisorVersion(context), parts.hasXl(context));
    }

    private long hypervisorVersion(CallContext context) {
        return parts.can(context, XenFunction.VERSION)
                ? parts.ask(context, XenFunction.VERSION, part -> part.version(context))
                : 0L;
    }

    private String architecture(CallContext context) {
        return parts.can(context, XenFunction.NODE_INFO)
                ? parts.ask(context, XenFunction.NODE_INFO, part -> part.nodeInfo(context))
                        .model()
                : HostFacts.architecture();
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return gate.call(context, "reading domain capabilities", () -> {
            for (XenFunction needed : List.of(XenFunction.GUEST_KINDS, XenFunction.VERSION)) {
                if (!parts.can(context, needed)) {
                    throw PartErrors.unsupported("This host", needed);
                }
            }
            if (virtualizationType != null && !virtualizationType.equals("xen")) {
                throw PartErrors.invalidArgument("There is no '" + virtualizationType + "' on a Xen host");
            }
            String own = architecture(context);
            if (arch != null && !arch.equals(own) && !(arch.equals("i686") && own.equals("x86_64"))) {
                throw PartErrors.invalidArgument("Guests of the architecture '" + arch + "' do not run on this host");
            }
            MachineKind kind = machine(context, machine);
            int most = kind.mostVcpus(hypervisorVersion(context));
            XmlElement document =
                    XenDomainCapabilities.of(emulator, kind, arch == null ? own : arch, most, parts.hasXl(context));
            return XmlDocument.of(document).toText();
        });
    }

    private MachineKind machine(CallContext context, String name) {
        List<MachineKind> offered = machines(context);
        if (name == null && !offered.isEmpty()) {
            return offered.get(0);
        }
        return MachineKind.named(name)
                .filter(offered::contains)
                .orElseThrow(() -> PartErrors.invalidArgument("This host runs no guests on a machine '" + name
                        + "', but " + offered.stream().map(MachineKind::machine).toList()));
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return gate.call(context, READING, () -> {
            MachineKind kind = type == null
                    ? MachineKind.XENPV
                    : MachineKind.named(type)
                            .orElseThrow(() ->
                                    PartErrors.invalidArgument("There is no domain type '" + type + "' on a Xen host"));
            return kind.mostVcpus(hypervisorVersion(context));
        });
    }

    @Override
    public NodeCpuStats cpuStats(CallContext context) {
        return gate.call(context, READING, () -> {
            if (!parts.can(context, XenFunction.CPU_TIME)) {
                throw unsupported("CPU time of the whole host: only the hypervisor knows it, and root may ask it");
            }
            return parts.ask(context, XenFunction.CPU_TIME, part -> part.cpuTime(context));
        });
    }

    /** Free is what no domain has; there is no more to tell, as Domain-0 sees only its own part. */
    @Override
    public NodeMemoryStats memoryStats(CallContext context) {
        return gate.call(context, READING, () -> {
            long total = parts.ask(context, XenFunction.NODE_INFO, part -> part.nodeInfo(context))
                    .memory();
            return new NodeMemoryStats(total, free(context) >> 10, 0, 0);
        });
    }

    private long free(CallContext context) {
        return parts.ask(context, XenFunction.FREE_MEMORY, part -> part.freeMemory(context));
    }

    @Override
    public long freeMemory(CallContext context) {
        return gate.call(context, READING, () -> free(context));
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return gate.call(context, READING, () -> {
            List<Long> all = parts.ask(context, XenFunction.CELLS_FREE_MEMORY, part -> part.cellsFreeMemory(context));
            if (first < 0 || first >= all.size() || count < 1) {
                throw outside(first, count, all.size());
            }
            return all.subList(first, (int) Math.min(all.size(), (long) first + count));
        });
    }

    private static InnkeeperException outside(int first, int count, int all) {
        return Definitions.problem(
                ErrorCode.INVALID_ARG,
                "The host has the NUMA nodes 0 to " + (all - 1) + ", not " + count + " from " + first);
    }
}
