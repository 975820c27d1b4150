package org.innkeeper.core.model;

import java.util.Objects;

/**
 * The host: libvirt's {@code virNodeInfo}.
 *
 * @param model the CPU architecture, as {@code uname -m} gives it
 * @param memory all of the host's memory, KiB
 * @param cpus active logical CPUs
 * @param mhz CPU frequency, 0 where it is not known
 * @param nodes NUMA nodes, at least 1
 * @param sockets sockets per node
 * @param cores cores per socket
 * @param threads threads per core
 */
public record NodeInfo(String model, long memory, int cpus, int mhz, int nodes, int sockets, int cores, int threads) {
    public NodeInfo {
        Objects.requireNonNull(model, "model");
    }

    /** The most CPUs the topology has room for: libvirt's {@code VIR_NODEINFO_MAXCPUS}. */
    public int maxCpus() {
        return nodes * sockets * cores * threads;
    }
}
