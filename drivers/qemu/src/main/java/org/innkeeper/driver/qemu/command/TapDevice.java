package org.innkeeper.driver.qemu.command;

import java.util.Objects;

/**
 * A tap device of the host that must be there, and up, before the emulator starts.
 *
 * @param name its name on the host, at most 15 characters
 * @param bridge the bridge it is a port of, or null for none
 * @param macAddress the address of the guest's end
 * @param managed whether it is made before the start and removed after the end; otherwise somebody else keeps it
 * @param alias the interface it belongs to
 */
public record TapDevice(String name, String bridge, String macAddress, boolean managed, String alias) {
    public TapDevice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(macAddress, "macAddress");
        Objects.requireNonNull(alias, "alias");
    }
}
