package org.innkeeper.driver.xen.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.innkeeper.core.process.SearchPath;

/**
 * Where a Xen host has what this driver reads, speaks to and runs. Each can be put elsewhere, by the URI or by a test.
 *
 * @param proc the process file system, {@code /proc}
 * @param sys the devices and the hypervisor, {@code /sys}
 * @param dev device files, {@code /dev}
 * @param etc the guests' files and {@code auto}, {@code /etc/xen} or {@code LIBVIRT_XM_CONFIG_DIR}
 * @param run run-time sockets, {@code /var/run}
 * @param lib lasting state, {@code /var/lib}: xend's socket is below
 * @param tools where {@code xl} is looked for, in this order
 */
public record HostPaths(Path proc, Path sys, Path dev, Path etc, Path run, Path lib, List<Path> tools) {
    public HostPaths {
        Objects.requireNonNull(proc, "proc");
        Objects.requireNonNull(sys, "sys");
        Objects.requireNonNull(dev, "dev");
        Objects.requireNonNull(etc, "etc");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(lib, "lib");
        tools = List.copyOf(tools);
    }

    /** This machine. */
    public static HostPaths ofThisMachine() {
        String etc = Objects.requireNonNullElse(System.getenv("LIBVIRT_XM_CONFIG_DIR"), "/etc/xen");
        return new HostPaths(
                Path.of("/proc"),
                Path.of("/sys"),
                Path.of("/dev"),
                Path.of(etc),
                Path.of("/var/run"),
                Path.of("/var/lib"),
                SearchPath.ofThisMachine());
    }

    public HostPaths withProc(Path other) {
        return new HostPaths(other, sys, dev, etc, run, lib, tools);
    }

    public HostPaths withSys(Path other) {
        return new HostPaths(proc, other, dev, etc, run, lib, tools);
    }

    public HostPaths withDev(Path other) {
        return new HostPaths(proc, sys, other, etc, run, lib, tools);
    }

    public HostPaths withEtc(Path other) {
        return new HostPaths(proc, sys, dev, other, run, lib, tools);
    }

    public HostPaths withRun(Path other) {
        return new HostPaths(proc, sys, dev, etc, other, lib, tools);
    }

    public HostPaths withLib(Path other) {
        return new HostPaths(proc, sys, dev, etc, run, other, tools);
    }

    /** @param directory the only one where tools are looked for */
    public HostPaths withTools(Path directory) {
        return new HostPaths(proc, sys, dev, etc, run, lib, List.of(directory));
    }

    /** The device that takes hypercalls. */
    public Path privcmd() {
        return dev.resolve("xen/privcmd");
    }

    /** The device that gives memory which hypercalls may use. */
    public Path hypercallMemory() {
        return dev.resolve("xen/hypercall");
    }

    /** The device through which the xenstore is reached where there is no socket. */
    public Path xenbus() {
        return dev.resolve("xen/xenbus");
    }

    public Path xenstoreSocket() {
        return run.resolve("xenstored/socket");
    }

    /** The socket for who may only read. */
    public Path xenstoreReadOnlySocket() {
        return run.resolve("xenstored/socket_ro");
    }

    public Path xendSocket() {
        return lib.resolve("xend/xend-socket");
    }

    /** What the kernel says of the hypervisor it runs on. */
    public Path hypervisor() {
        return sys.resolve("hypervisor");
    }
}
