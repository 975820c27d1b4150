package org.innkeeper.core.api;

/** What to change of a network, with the numbers of libvirt's {@code virNetworkUpdateSection} (the ordinal). */
public enum NetworkSection {
    /** Nothing. */
    NONE,
    /** The bridge. */
    BRIDGE,
    /** The domain name. */
    DOMAIN,
    /** An address of the network. */
    IP,
    /** A fixed address of a host. */
    IP_DHCP_HOST,
    /** A range of DHCP addresses. */
    IP_DHCP_RANGE,
    /** How traffic is forwarded. */
    FORWARD,
    /** An interface to forward to. */
    FORWARD_INTERFACE,
    /** The physical function to forward to. */
    FORWARD_PF,
    /** A group of ports. */
    PORTGROUP,
    /** A name in the DNS. */
    DNS_HOST,
    /** A TXT record of the DNS. */
    DNS_TXT,
    /** An SRV record of the DNS. */
    DNS_SRV;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
