package org.innkeeper.driver.qemu.probe;

import java.util.Objects;

/**
 * A machine an emulator can be.
 *
 * @param name its own name, such as {@code pc-i440fx-7.2}
 * @param alias the short name that means it, such as {@code pc}, or null
 * @param isDefault whether the emulator takes it when nothing is said
 * @param maxCpus how many vcpus it can have at most
 * @param hotpluggableCpus whether vcpus can be added while it runs
 * @param defaultCpu the CPU model it has when nothing is said, or null
 * @param defaultRamId the name its main memory must have as a memory backend, or null where it takes none
 * @param deprecated whether the emulator's makers advise against it
 */
public record MachineType(
        String name,
        String alias,
        boolean isDefault,
        int maxCpus,
        boolean hotpluggableCpus,
        String defaultCpu,
        String defaultRamId,
        boolean deprecated) {
    public MachineType {
        Objects.requireNonNull(name, "name");
    }

    /** Whether {@code wanted} is its name or its alias. */
    public boolean isCalled(String wanted) {
        return name.equals(wanted) || wanted.equals(alias);
    }
}
