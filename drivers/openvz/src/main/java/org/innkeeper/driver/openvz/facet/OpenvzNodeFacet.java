package org.innkeeper.driver.openvz.facet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.driver.openvz.host.VzErrors;

/** The OpenVZ host. */
final class OpenvzNodeFacet extends ContainerFacet implements NodeFacet {
    /** The driver is part of this program and has no version of its own that a user could act on. */
    private static final long LIBRARY_VERSION = 1_000;

    private static final String READING = "reading the host";

    OpenvzNodeFacet(OpenvzContext openvz) {
        super(openvz);
    }

    @Override
    public String type(CallContext context) {
        return gate.call(context, READING, () -> "OpenVZ");
    }

    @Override
    public long version(CallContext context) {
        return gate.call(context, READING, () -> host.vzctl().version(context));
    }

    @Override
    public long libraryVersion(CallContext context) {
        return gate.call(context, READING, () -> LIBRARY_VERSION);
    }

    @Override
    public String hostname(CallContext context) {
        return gate.call(context, READING, () -> {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                // The machine's own name has no address; the message of the exception begins with the name.
                return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
            }
        });
    }

    @Override
    public NodeInfo info(CallContext context) {
        return gate.call(context, READING, facts::info);
    }

    @Override
    public String capabilities(CallContext context) {
        return gate.call(context, "reading capabilities", CapabilityDocuments::host);
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return gate.call(context, "reading capabilities", () -> {
            if (emulator != null || machine != null) {
                throw VzErrors.invalidArgument("Containers have no emulators and no machines");
            }
            return CapabilityDocuments.container(
                    arch, virtualizationType, facts.cpus(), host.files().host().templates(), abilities.console());
        });
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return gate.call(context, READING, () -> {
            if (type != null && !type.equals(CapabilityDocuments.TYPE)) {
                throw VzErrors.invalidArgument("There is no domain type '" + type + "' on an OpenVZ host");
            }
            return facts.cpus();
        });
    }

    @Override
    public NodeCpuStats cpuStats(CallContext context) {
        return gate.call(context, READING, () -> facts.cpuTime()
                .orElseThrow(() -> VzErrors.of(
                        ErrorCode.READ_FAILED, "The kernel does not tell its CPU time", "Look at /proc/stat")));
    }

    @Override
    public NodeMemoryStats memoryStats(CallContext context) {
        return gate.call(context, READING, facts::memory);
    }

    @Override
    public long freeMemory(CallContext context) {
        return gate.call(context, READING, () -> facts.memory().free() << 10);
    }

    @Override
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return gate.refuse(context, VzErrors.unsupported("memory of NUMA cells"));
    }
}
