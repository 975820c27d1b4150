package org.innkeeper.core.model;

/**
 * The short facts of a domain: libvirt's {@code virDomainInfo}.
 *
 * @param state the state
 * @param maxMemory the most memory it may use, KiB; {@link #UNLIMITED} where there is no limit
 * @param memory the memory it uses now, KiB
 * @param vcpus the number of virtual CPUs, at least 1 for a domain that can run
 * @param cpuTime CPU time used since it was started, nanoseconds
 */
public record DomainInfo(DomainState state, long maxMemory, long memory, int vcpus, long cpuTime) {
    /** The {@link #maxMemory()} of a domain without limit, as Xen's Domain-0 is. */
    public static final long UNLIMITED = Long.MAX_VALUE;
}
