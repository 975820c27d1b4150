package org.innkeeper.core.model;

/**
 * Counters of a network interface since the domain was started, as the guest sees them (received is what the guest
 * received): libvirt's {@code virDomainInterfaceStats}. -1 means the driver cannot tell.
 */
public record InterfaceStats(
        long rxBytes,
        long rxPackets,
        long rxErrors,
        long rxDrops,
        long txBytes,
        long txPackets,
        long txErrors,
        long txDrops) {}
