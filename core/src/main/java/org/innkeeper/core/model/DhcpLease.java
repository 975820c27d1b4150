package org.innkeeper.core.model;

/**
 * One DHCP lease of a virtual network: libvirt's {@code virNetworkDHCPLease}; what is not known is null.
 *
 * @param expiry seconds since 1970, 0 for one that does not end
 */
public record DhcpLease(
        String interfaceName,
        long expiry,
        boolean ipv6,
        String mac,
        String ipAddress,
        int prefix,
        String hostname,
        String clientId) {}
