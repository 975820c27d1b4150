package org.innkeeper.driver.qemu.command;

import java.util.Objects;

/**
 * The name by which the emulator knows a device of the definition.
 *
 * @param kind the name of the device's element, such as {@code disk}
 * @param index which one of that kind, in the order of the document, from 0
 * @param alias the emulator's {@code id}
 */
public record DeviceAlias(String kind, int index, String alias) {
    public DeviceAlias {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(alias, "alias");
    }
}
