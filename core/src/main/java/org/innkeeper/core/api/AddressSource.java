package org.innkeeper.core.api;

/** Who is asked for the addresses of a guest, with the numbers of libvirt's {@code virDomainInterfaceAddressesSource} (the ordinal). */
public enum AddressSource {
    /** The DHCP server of its network. */
    LEASE,
    /** The guest agent. */
    AGENT,
    /** The ARP table of the host. */
    ARP;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
