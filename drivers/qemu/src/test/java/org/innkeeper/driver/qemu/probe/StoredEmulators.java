package org.innkeeper.driver.qemu.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What real emulators once said, for tests that must not depend on the one installed. */
public final class StoredEmulators {
    private StoredEmulators() {}

    /** The x86 emulator of QEMU 7.2, with a few of its machine types and CPU models. */
    public static EmulatorInfo qemu72() {
        try (InputStream resource = StoredEmulators.class.getResourceAsStream("/emulators/qemu-7.2.json")) {
            return EmulatorInfoFormat.read(resource.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, as another version without some of its devices. */
    public static EmulatorInfo without(EmulatorVersion version, String... devices) {
        EmulatorInfo whole = qemu72();
        java.util.Set<String> rest = new java.util.HashSet<>(whole.devices());
        rest.removeAll(java.util.List.of(devices));
        return new EmulatorInfo(
                whole.binary(),
                whole.arch(),
                version,
                whole.packageVersion(),
                whole.machines(),
                whole.cpuModels(),
                rest,
                whole.deviceProperties(),
                whole.machineProperties(),
                java.util.Set.of("sandbox"),
                whole.kvmPresent());
    }
}
