package org.innkeeper.driver.xen.hypercall.privcmd;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.HypercallPart;

/** The hypervisor of this machine, through its kernel's device. */
public final class LocalHypervisor {
    private LocalHypervisor() {}

    /** The part that works by it; nothing is opened before it is asked. */
    public static HypercallPart part(HostPaths paths) {
        return new HypercallPart(
                () -> obstacle(paths), () -> PrivcmdPort.open(device(paths), paths.hypercallMemory()), paths);
    }

    /** Old kernels have it among the files of processes only. */
    private static Path device(HostPaths paths) {
        Path old = paths.proc().resolve("xen/privcmd");
        return !Files.exists(paths.privcmd()) && Files.exists(old) ? old : paths.privcmd();
    }

    private static String obstacle(HostPaths paths) {
        Path device = device(paths);
        if (!Files.exists(device)) {
            return "this machine does not run under Xen: there is no " + device;
        }
        return Files.isReadable(device) && Files.isWritable(device)
                ? ""
                : "this user may not use " + device + ": hypercalls are root's";
    }
}
