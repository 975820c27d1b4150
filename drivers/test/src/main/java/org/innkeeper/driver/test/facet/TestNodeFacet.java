package org.innkeeper.driver.test.facet;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestHost;

/** The machine a host in memory pretends to be. */
final class TestNodeFacet extends HostFacet implements NodeFacet {
    /** Versions as 1000000 * major + 1000 * minor + release; 0.0.2 is that of libvirt's test driver. */
    private static final long VERSION = 2;

    private static final long LIBRARY_VERSION = 1_000;

    TestNodeFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public String type(CallContext context) {
        return call(context, "node.type", () -> "TEST");
    }

    @Override
    public long version(CallContext context) {
        return call(context, "node.version", () -> VERSION);
    }

    @Override
    public long libraryVersion(CallContext context) {
        return call(context, "node.version", () -> LIBRARY_VERSION);
    }

    @Override
    public String hostname(CallContext context) {
        gate.enter(context, "node.hostname");
        return HostName.get();
    }

    @Override
    public NodeInfo info(CallContext context) {
        return call(context, "node.info", () -> host.node().info());
    }

    @Override
    public String capabilities(CallContext context) {
        return call(context, "node.capabilities", () -> CapabilitiesXml.of(host.node()));
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return call(context, "node.domainCapabilities", () -> {
            requireKnown("emulator", emulator, List.of(DomainCapabilitiesXml.EMULATOR));
            requireKnown("architecture", arch, DomainCapabilitiesXml.ARCHITECTURES);
            requireKnown("machine", machine, DomainCapabilitiesXml.MACHINES);
            requireKnown("virtualization type", virtualizationType, List.of("test"));
            return DomainCapabilitiesXml.of(
                    arch == null ? DomainCapabilitiesXml.ARCHITECTURES.get(0) : arch,
                    machine == null ? DomainCapabilitiesXml.MACHINES.get(0) : machine);
        });
    }

    private static void requireKnown(String what, String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw HostErrors.of(
                    ErrorCode.INVALID_ARG,
                    "The " + what + " '" + value + "' is not known to a test host",
                    "Use one of " + String.join(", ", known));
        }
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return call(context, "node.maxVcpus", () -> {
            requireKnown("virtualization type", type, List.of("test"));
            return DomainCapabilitiesXml.MAX_VCPUS;
        });
    }

    @Override
    public NodeCpuStats cpuStats(CallContext context) {
        return call(context, "node.cpuStats", () -> host.load().cpuStats());
    }

    @Override
    public NodeMemoryStats memoryStats(CallContext context) {
        return call(context, "node.memoryStats", () -> host.load().memoryStats());
    }

    @Override
    public long freeMemory(CallContext context) {
        return call(context, "node.freeMemory", () -> host.load().memoryStats().free() << 10);
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return call(context, "node.freeMemory", () -> {
            List<Long> cells = host.node().cellsFree();
            if (cells.isEmpty()) {
                throw HostErrors.of(
                        ErrorCode.NO_SUPPORT, "The description of this test host tells nothing about NUMA cells");
            }
            if (first < 0 || count < 1 || first >= cells.size()) {
                throw HostErrors.argument(
                        "There are no cells " + first + " to " + (first + count - 1L) + "; there are " + cells.size());
            }
            return List.copyOf(cells.subList(first, (int) Math.min(cells.size(), first + (long) count)));
        });
    }
}
