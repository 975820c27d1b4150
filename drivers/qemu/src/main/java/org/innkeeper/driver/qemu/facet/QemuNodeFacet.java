package org.innkeeper.driver.qemu.facet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.driver.qemu.capabilities.HostCapabilities;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;
import org.innkeeper.driver.qemu.node.HostCpuTime;
import org.innkeeper.driver.qemu.node.HostMemory;
import org.innkeeper.driver.qemu.node.HostTopology;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.EmulatorVersion;

/** This machine, and the QEMUs on it. */
final class QemuNodeFacet implements NodeFacet {
    /** The most vcpus of a guest that KVM runs; plain emulation has a limit of its own. */
    private static final int MAX_VCPUS = 288;

    private static final int MAX_VCPUS_EMULATED = 255;

    /** The driver is part of this program and has no version of its own that a user could act on. */
    private static final long LIBRARY_VERSION = 1_000;

    private final EmbeddedHost host;
    private final CallGate gate;
    private final HostCapabilities capabilities;
    private final HostTopology topology = new HostTopology();

    QemuNodeFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
        capabilities = new HostCapabilities(host.emulators(), host.accelerators());
    }

    @Override
    public String type(CallContext context) {
        return gate.call(context, "reading the host", () -> "QEMU");
    }

    @Override
    public long version(CallContext context) {
        return gate.call(context, "reading the host", () -> {
            if (host.emulators().binaries().isEmpty()) {
                return 0L;
            }
            EmulatorVersion version = bestEmulator(context).version();
            return 1_000_000L * version.major() + 1_000L * version.minor() + version.micro();
        });
    }

    /** The emulator of this host's own architecture, else the first there is. */
    private EmulatorInfo bestEmulator(CallContext context) {
        String arch = host.accelerators().hostArch();
        boolean own = host.emulators().binaries().containsKey(arch);
        return host.emulators()
                .forArch(
                        context,
                        own
                                ? arch
                                : host.emulators()
                                        .binaries()
                                        .keySet()
                                        .iterator()
                                        .next());
    }

    @Override
    public long libraryVersion(CallContext context) {
        return gate.call(context, "reading the host", () -> LIBRARY_VERSION);
    }

    @Override
    public String hostname(CallContext context) {
        return gate.call(context, "reading the host", () -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                // The machine's own name has no address; the message of the exception begins with the name.
                return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
            }
        });
    }

    private NodeInfo readInfo() {
        return topology.read(host.accelerators().hostArch(), HostMemory.read().total());
    }

    @Override
    public NodeInfo info(CallContext context) {
        return gate.call(
                context,
                "reading the host",
                () -> topology.read(
                        host.accelerators().hostArch(), HostMemory.read().total()));
    }

    @Override
    public String capabilities(CallContext context) {
        return gate.call(context, "reading capabilities", () -> capabilities.host(context, readInfo()));
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return gate.call(
                context,
                "reading capabilities",
                () -> capabilities.domain(context, emulator, arch, machine, virtualizationType));
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return gate.call(context, "reading the host", () -> {
            String wanted = type == null ? "qemu" : type;
            Accelerator accelerator = Accelerator.ofDomainType(wanted)
                    .orElseThrow(() -> GuestErrors.invalidArgument("there is no domain type '" + wanted + "'"));
            return accelerator == Accelerator.TCG ? MAX_VCPUS_EMULATED : MAX_VCPUS;
        });
    }

    @Override
    public NodeCpuStats cpuStats(CallContext context) {
        return gate.call(context, "reading the host", () -> HostCpuTime.read()
                .orElseThrow(() -> new InnkeeperException(
                        ErrorCode.NO_SUPPORT, ErrorOrigin.QEMU, "this system does not tell its CPU time")));
    }

    @Override
    public NodeMemoryStats memoryStats(CallContext context) {
        return gate.call(context, "reading the host", HostMemory::read);
    }

    @Override
    public long freeMemory(CallContext context) {
        return gate.call(context, "reading the host", () -> HostMemory.read().free() * 1024);
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return gate.call(context, "reading the host", () -> {
            List<Long> free = topology.freeMemoryOfNodes();
            if (first < 0 || first >= free.size() || count < 1) {
                throw GuestErrors.invalidArgument(
                        "there are " + free.size() + " NUMA nodes, and " + first + " is none of them");
            }
            return free.subList(first, Math.min(free.size(), first + count));
        });
    }
}
