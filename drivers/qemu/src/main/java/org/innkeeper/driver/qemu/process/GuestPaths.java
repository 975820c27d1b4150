package org.innkeeper.driver.qemu.process;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where one run of a guest keeps its files. All are absolute and free of the guest's name, so a name can hold anything.
 *
 * @param monitorSocket the unix socket QEMU serves QMP on
 * @param vncSocket the unix socket of the screen, where the definition asks for no TCP port
 * @param logFile what QEMU says on its standard error
 * @param pidFile where QEMU writes its process id
 * @param runtimeDir a private directory for anything else of this guest that ends with the run
 */
public record GuestPaths(Path monitorSocket, Path vncSocket, Path logFile, Path pidFile, Path runtimeDir) {
    public GuestPaths {
        Objects.requireNonNull(monitorSocket, "monitorSocket");
        Objects.requireNonNull(vncSocket, "vncSocket");
        Objects.requireNonNull(logFile, "logFile");
        Objects.requireNonNull(pidFile, "pidFile");
        Objects.requireNonNull(runtimeDir, "runtimeDir");
    }
}
