package org.innkeeper.driver.xen.hypercall;

/**
 * The host as the hypervisor sees it.
 *
 * @param cpus CPUs that are online
 * @param threads threads per core
 * @param cores cores per socket
 * @param sockets sockets per node, at least 1
 * @param nodes NUMA nodes, at least 1
 * @param khz the clock of the CPUs
 * @param memory all memory, KiB
 * @param freeMemory what no domain has, KiB
 */
public record PhysicalHost(
        int cpus, int threads, int cores, int sockets, int nodes, int khz, long memory, long freeMemory) {}
