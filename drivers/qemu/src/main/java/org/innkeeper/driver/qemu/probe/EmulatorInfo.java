package org.innkeeper.driver.qemu.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one emulator binary can do, as it says itself.
 *
 * @param binary where it is
 * @param arch the architecture it emulates, under QEMU's name: {@code x86_64}, {@code aarch64}
 * @param version its version
 * @param packageVersion the version of the package it came in, may be empty
 * @param machines its machine types
 * @param cpuModels its CPU models
 * @param devices names of the devices and of the back-end objects it knows
 * @param deviceProperties properties of those devices that were asked about, by device
 * @param machineProperties properties of its default machine
 * @param options names of command line options it knows, without dash
 * @param kvmPresent whether it can use KVM where the host has it
 */
public record EmulatorInfo(
        Path binary,
        String arch,
        EmulatorVersion version,
        String packageVersion,
        List<MachineType> machines,
        List<CpuModel> cpuModels,
        Set<String> devices,
        Map<String, Set<String>> deviceProperties,
        Set<String> machineProperties,
        Set<String> options,
        boolean kvmPresent) {
    /** Names that command lines use and that lists of devices do not hold. */
    private static final Map<String, String> SHORT_NAMES = Map.of("lsi", "lsi53c895a", "ahci", "ich9-ahci");

    public EmulatorInfo {
        Objects.requireNonNull(binary, "binary");
        Objects.requireNonNull(arch, "arch");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(packageVersion, "packageVersion");
        machines = List.copyOf(machines);
        cpuModels = List.copyOf(cpuModels);
        devices = Set.copyOf(devices);
        deviceProperties = Map.copyOf(deviceProperties);
        machineProperties = Set.copyOf(machineProperties);
        options = Set.copyOf(options);
    }

    /** The machine of that name or alias. */
    public Optional<MachineType> machine(String nameOrAlias) {
        return machines.stream()
                .filter(machine -> machine.isCalled(nameOrAlias))
                .findFirst();
    }

    /** The machine taken when nothing is said; empty for architectures that have no default. */
    public Optional<MachineType> defaultMachine() {
        return machines.stream().filter(MachineType::isDefault).findFirst();
    }

    /** Whether it knows a device, by its own name or by one that the emulator takes instead. */
    public boolean hasDevice(String name) {
        return devices.contains(name) || devices.contains(SHORT_NAMES.getOrDefault(name, name));
    }

    /** Whether the device has that property; false where the device was not asked about. */
    public boolean hasProperty(String device, String property) {
        return deviceProperties.getOrDefault(device, Set.of()).contains(property);
    }

    public boolean hasOption(String name) {
        return options.contains(name);
    }

    /** Whether it emulates an x86 machine. */
    public boolean isX86() {
        return arch.equals("x86_64") || arch.equals("i386");
    }
}
