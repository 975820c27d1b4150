package org.innkeeper.app.session;

/**
 * A network interface of a guest, as its definition tells.
 *
 * @param type {@code network}, {@code bridge}, {@code user} and so on
 * @param source the network or bridge, or null
 * @param mac the hardware address, or null where the host chooses it
 * @param model such as {@code virtio}, or null
 * @param hostDevice the device on the host, such as {@code vnet0}; null while the guest is off
 */
public record InterfaceSummary(String type, String source, String mac, String model, String hostDevice) {}
