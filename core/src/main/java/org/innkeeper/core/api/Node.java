package org.innkeeper.core.api;

import java.util.List;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NodeFacet;

/** The host and the hypervisor on it. */
public final class Node extends ApiObject {
    Node(ConnectionCore core) {
        super(core);
    }

    /** The name of the hypervisor, such as {@code QEMU}: {@code virConnectGetType}. */
    public String type(CallContext context) {
        return call("type").get(context, NodeFacet::type);
    }

    /**
     * Version of the hypervisor as 1000000 * major + 1000 * minor + release, 0 where it is not known:
     * {@code virConnectGetVersion}.
     */
    public long version(CallContext context) {
        return call("version").get(context, NodeFacet::version);
    }

    /** Version of the management layer there, in the same form: {@code virConnectGetLibVersion}. */
    public long libraryVersion(CallContext context) {
        return call("libraryVersion").get(context, NodeFacet::libraryVersion);
    }

    /** {@code virConnectGetHostname}. */
    public String hostname(CallContext context) {
        return call("hostname").get(context, NodeFacet::hostname);
    }

    /** {@code virNodeGetInfo}. */
    public NodeInfo info(CallContext context) {
        return call("info").get(context, NodeFacet::info);
    }

    /** The capabilities document: {@code virConnectGetCapabilities}. */
    public String capabilities(CallContext context) {
        return call("capabilities").get(context, NodeFacet::capabilities);
    }

    /**
     * What a guest of that kind can have: {@code virConnectGetDomainCapabilities}. A null argument means the default. On a
     * read-only connection no emulator can be named, since the host would run it.
     */
    public String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType) {
        return call("domainCapabilities")
                .changesIf(emulator != null)
                .needs(Feature.DOMAIN_CAPABILITIES)
                .get(context, (facet, c) -> facet.domainCapabilities(c, emulator, arch, machine, virtualizationType));
    }

    /**
     * The most vcpus of a guest of that kind: {@code virConnectGetMaxVcpus}.
     *
     * @param type such as {@code kvm}, or null for the default
     */
    public int maxVcpus(CallContext context, String type) {
        return call("maxVcpus").get(context, (facet, c) -> facet.maxVcpus(c, type));
    }

    /** CPU time of the host since it started: {@code virNodeGetCPUStats}. */
    public NodeCpuStats cpuStats(CallContext context) {
        return call("cpuStats").needs(Feature.NODE_CPU_STATS).get(context, NodeFacet::cpuStats);
    }

    /** {@code virNodeGetMemoryStats}. */
    public NodeMemoryStats memoryStats(CallContext context) {
        return call("memoryStats").needs(Feature.NODE_MEMORY_STATS).get(context, NodeFacet::memoryStats);
    }

    /** Free memory of the host, bytes: {@code virNodeGetFreeMemory}. */
    public long freeMemory(CallContext context) {
        return call("freeMemory").get(context, NodeFacet::freeMemory);
    }

    /**
     * Free memory of NUMA cells, bytes: {@code virNodeGetCellsFreeMemory}.
     *
     * @param first the first cell, from 0
     * @param count at least 1
     */
    public List<Long> cellsFreeMemory(CallContext context, int first, int count) {
        return call("cellsFreeMemory")
                .needs(Feature.NODE_FREE_CELLS)
                .atLeast("first", first, 0)
                .atLeast("count", count, 1)
                .get(context, (facet, c) -> facet.cellsFreeMemory(c, first, count));
    }

    private Call<NodeFacet> call(String method) {
        return call(NodeFacet.class, method);
    }
}
