package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;

/** The host and the hypervisor on it. */
public interface NodeFacet extends Facet {
    /** The name of the hypervisor, such as {@code QEMU}: {@code virConnectGetType}. */
    String type(CallContext context);

    /**
     * Version of the hypervisor as 1000000 * major + 1000 * minor + release, 0 where it is not known:
     * {@code virConnectGetVersion}.
     */
    long version(CallContext context);

    /** Version of the management layer there, in the same form: {@code virConnectGetLibVersion}. */
    long libraryVersion(CallContext context);

    /** {@code virConnectGetHostname}. */
    String hostname(CallContext context);

    /** {@code virNodeGetInfo}. */
    NodeInfo info(CallContext context);

    /** The capabilities document: {@code virConnectGetCapabilities}. */
    String capabilities(CallContext context);

    /** What a guest of that kind can have: {@code virConnectGetDomainCapabilities}. A null argument means the default. */
    String domainCapabilities(
            CallContext context, String emulator, String arch, String machine, String virtualizationType);

    /**
     * The most vcpus of a guest of that kind: {@code virConnectGetMaxVcpus}.
     *
     * @param type such as {@code kvm}, or null for the default
     */
    int maxVcpus(CallContext context, String type);

    /** CPU time of the host since it started: {@code virNodeGetCPUStats}. */
    NodeCpuStats cpuStats(CallContext context);

    /** {@code virNodeGetMemoryStats}. */
    NodeMemoryStats memoryStats(CallContext context);

    /** Free memory of the host, bytes: {@code virNodeGetFreeMemory}. */
    long freeMemory(CallContext context);

    /**
     * Free memory of NUMA cells, bytes: {@code virNodeGetCellsFreeMemory}.
     *
     * @param first the first cell, from 0
     * @param count at least 1
     */
    List<Long> cellsFreeMemory(CallContext context, int first, int count);
}
