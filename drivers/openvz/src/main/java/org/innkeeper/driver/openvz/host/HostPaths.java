package org.innkeeper.driver.openvz.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.innkeeper.core.process.SearchPath;

/**
 * Where a host has what this driver reads and runs.
 *
 * @param proc the root of the process file system, {@code /proc}
 * @param configuration the directory with {@code VEID.conf}
 * @param tools where {@code vzctl} and {@code vzlist} are looked for, in this order
 */
public record HostPaths(Path proc, Path configuration, List<Path> tools) {
    private static final Path OTHER_CONFIGURATION = Path.of("/usr/local/etc/conf");

    public HostPaths {
        Objects.requireNonNull(proc, "proc");
        Objects.requireNonNull(configuration, "configuration");
        tools = List.copyOf(tools);
    }

    /** This machine. */
    public static HostPaths ofThisMachine() {
        return new HostPaths(Path.of("/proc"), configurationBelow(Path.of("/etc/vz")), SearchPath.ofThisMachine());
    }

    /** Where the configuration files are: {@code conf} below {@code /etc/vz}, else where vzctl's own build puts them. */
    private static Path configurationBelow(Path root) {
        Path usual = root.resolve("conf");
        return Files.isDirectory(usual) || !Files.isDirectory(OTHER_CONFIGURATION) ? usual : OTHER_CONFIGURATION;
    }

    public HostPaths withProc(Path other) {
        return new HostPaths(other, configuration, tools);
    }

    /** @param root what stands for {@code /etc/vz} */
    public HostPaths withConfigurationRoot(Path root) {
        return new HostPaths(proc, root.resolve("conf"), tools);
    }

    public HostPaths withTools(Path directory) {
        return new HostPaths(proc, configuration, List.of(directory));
    }

    /** The kernel's table of running containers; it exists where an OpenVZ kernel runs. */
    public Path containerTable() {
        return proc.resolve("vz/veinfo");
    }

    /** The resources containers hold and may hold. */
    public Path beancounters() {
        return proc.resolve("user_beancounters");
    }

    /** CPU time of containers. */
    public Path cpuTable() {
        return proc.resolve("vz/vestat");
    }

    /** Whether the kernel can save the processes of a container and restore them. */
    public boolean hasCheckpoints() {
        return Files.exists(proc.resolve("cpt")) && Files.exists(proc.resolve("rst"));
    }

    /** Whether an OpenVZ kernel runs here. */
    public boolean hasOpenvzKernel() {
        return Files.exists(containerTable()) && Files.exists(beancounters());
    }
}
