package org.innkeeper.driver.openvz.facet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.VzErrors;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.stats.HostFacts;

/** The OpenVZ host. */
final class OpenvzNodeFacet extends ContainerFacet implements NodeFacet {
    /** The driver is part of this program and has no version of its own that a user could act on. */
    private static final long LIBRARY_VERSION = 1_000;

    private static final String READING = "reading the host";

    OpenvzNodeFacet(VzHost host, CallGate gate) {
        super(host, gate);
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
        return gate.call(context, "reading capabilities", () -> {
            XmlElement root = XmlElement.parse(
                    """
                    <capabilities>
                      <host>
                        <cpu>
                          <arch/>
                        </cpu>
                      </host>
                      <guest>
                        <os_type>exe</os_type>
                        <arch>
                          <wordsize/>
                          <domain type='openvz'/>
                        </arch>
                      </guest>
                    </capabilities>
                    """
                            .strip());
            String architecture = HostFacts.architecture();
            root.element("host").element("cpu").element("arch").setText(architecture);
            XmlElement arch = root.element("guest").element("arch").setAttribute("name", architecture);
            arch.element("wordsize").setText(architecture.contains("64") ? "64" : "32");
            return XmlDocument.of(root).toText();
        });
    }

    @Override
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return gate.refuse(context, VzErrors.unsupported("domain capabilities"));
    }

    @Override
    public int maxVcpus(CallContext context, String type) {
        return gate.call(context, READING, () -> {
            if (type != null && !type.equals("openvz")) {
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
