package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;

/**
 * How to start a guest. Holds no password: those are set over the monitor.
 *
 * @param arguments the emulator and all its arguments, for the system's exec; no shell may see them
 * @param environment variables the emulator gets besides those it inherits
 * @param taps network devices of the host to be there first
 * @param aliases names of the devices
 */
public record CommandLine(
        List<String> arguments, Map<String, String> environment, List<TapDevice> taps, List<DeviceAlias> aliases) {
    public CommandLine {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        taps = List.copyOf(taps);
        aliases = List.copyOf(aliases);
    }
}
