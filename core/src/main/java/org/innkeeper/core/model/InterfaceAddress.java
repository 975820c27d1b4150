package org.innkeeper.core.model;

import java.util.List;

/**
 * The addresses of one interface of a guest: libvirt's {@code virDomainInterface}.
 *
 * @param name the interface, on the host or in the guest, as the source tells
 * @param mac the MAC address, or null
 * @param addresses IP addresses with their prefix, {@code 192.0.2.7/24}
 */
public record InterfaceAddress(String name, String mac, List<String> addresses) {
    public InterfaceAddress {
        addresses = List.copyOf(addresses);
    }
}
