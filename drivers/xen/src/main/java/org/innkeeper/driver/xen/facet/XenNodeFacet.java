package org.innkeeper.driver.xen.facet;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.host.HostFacts;
import org.innkeeper.driver.xen.host.XenCapabilities;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;

/** The Xen host. */
final class XenNodeFacet extends XenFacet implements NodeFacet {
    /** The driver is part of this program and has no version of its own that a user could act on. */
    private static final long LIBRARY_VERSION = 1_000;

    private static final String READING = "reading the host";
    private static final int MOST_VCPUS_PV = 32;
    private static final int MOST_VCPUS_HVM = 128;
    private static final Set<String> TYPES = Set.of("xen", "xenpv", "xenpvh", "xenfv", "linux", "hvm");

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
        return gate.call(
                context,
                READING,
                () -> parts.can(context, XenFunction.VERSION)
                        ? parts.ask(context, XenFunction.VERSION, part -> part.version(context))
                        : 0L);
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
            String kinds = xen.local() ? facts.guestKinds() : "";
            if (kinds.isEmpty() && parts.can(context, XenFunction.GUEST_KINDS)) {
                kinds = parts.ask(context, XenFunction.GUEST_KINDS, part -> part.guestKinds(context));
            }
            String cpu = xen.local() ? facts.cpuInfo() : "";
            return XmlDocument.of(XenCapabilities.of(architecture(context), cpu, kinds, Dialect.LIBVIRT_9))
                    .toText();
        });
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
        return gate.refuse(context, unsupported("domain capabilities"));
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return gate.call(context, READING, () -> {
            if (type != null && !TYPES.contains(type)) {
                throw PartErrors.invalidArgument("There is no domain type '" + type + "' on a Xen host");
            }
            return type != null && (type.equals("hvm") || type.equals("xenfv")) ? MOST_VCPUS_HVM : MOST_VCPUS_PV;
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
