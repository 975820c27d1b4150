package org.innkeeper.driver.xen.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel of the host tells about it and the hypervisor below, by reading files only. */
public final class HostFacts {
    private static final String DOMAIN_0_MARK = "control_d";

    private final HostPaths paths;

    public HostFacts(HostPaths paths) {
        this.paths = paths;
    }

    /** Whether this kernel runs on Xen, as whatever domain. */
    public boolean runsOnXen() {
        return read(paths.hypervisor().resolve("type")).equals("xen")
                || Files.exists(paths.proc().resolve("xen/capabilities"));
    }

    /** Whether this is Domain-0, which may manage the others. */
    public boolean isDomain0() {
        return read(paths.proc().resolve("xen/capabilities")).contains(DOMAIN_0_MARK)
                || Files.exists(paths.proc().resolve("xen/privcmd"));
    }

    /** The kinds of guests as the kernel passes them on, "" where it does not. */
    public String guestKinds() {
        return read(paths.hypervisor().resolve("properties/capabilities"));
    }

    /** The text of {@code /proc/cpuinfo}, "" where it cannot be read. */
    public String cpuInfo() {
        return read(paths.proc().resolve("cpuinfo"));
    }

    /** The architecture as {@code uname -m} tells it. */
    public static String architecture() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "x86" -> "i686";
            default -> name;
        };
    }

    /** The name of this machine. */
    public static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // The machine's own name has no address; the message of the exception begins with the name.
            return String.valueOf(e.getMessage()).replaceFirst(":.*", "");
        }
    }

    private static String read(Path file) {
        try {
            return Files.isReadable(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            System.getLogger(HostFacts.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> file + " cannot be read: " + e);
            return "";
        }
    }
}
