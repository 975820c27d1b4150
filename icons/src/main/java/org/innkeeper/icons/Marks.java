package org.innkeeper.icons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Marks as outlines: SVG path data in a box of 24 by 24 units, to be filled with one colour. Holes run against their
 * outline or are even-odd, so either rule fills them right.
 */
public final class Marks {
    /** Width and height of the box of every outline. */
    public static final int BOX = 24;

    private static final Properties OUTLINES = load();

    /** Words of an operating system's id, and the mark they stand for; the first that fits counts. */
    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"microsoft.com/msdos", "dos"},
            new String[] {"freedos", "dos"},
            new String[] {"microsoft", "windows"},
            new String[] {"windows", "windows"},
            new String[] {"bsd", "bsd"},
            new String[] {"dragonfly", "bsd"},
            new String[] {"apple", "macos"},
            new String[] {"macos", "macos"},
            new String[] {"solaris", "solaris"},
            new String[] {"sun.com", "solaris"},
            new String[] {"illumos", "solaris"},
            new String[] {"smartos", "solaris"});

    /** Makers of Linux systems whose ids do not say so. */
    private static final List<String> LINUX = List.of(
            "linux",
            "debian",
            "ubuntu",
            "fedora",
            "redhat",
            "rhel",
            "centos",
            "suse",
            "gentoo",
            "alpine",
            "arch",
            "mageia",
            "mandriva",
            "altlinux",
            "rocky",
            "nixos",
            "slackware",
            "guix",
            "popos",
            "system76",
            "cirros",
            "android");

    private Marks() {}

    /**
     * The mark of an operating system.
     *
     * @param osId an id of libosinfo such as {@code http://debian.org/debian/12}, a short name, or null
     */
    public static String ofSystem(String osId) {
        String id = osId == null ? "" : osId.toLowerCase(Locale.ROOT);
        for (String[] system : SYSTEMS) {
            if (id.contains(system[0])) {
                return outline("os." + system[1]);
            }
        }
        return outline(LINUX.stream().anyMatch(id::contains) ? "os.linux" : "os.unknown");
    }

    /**
     * The mark of a hypervisor, by how it is reached.
     *
     * @param uri a connection URI such as {@code qemu:///system}
     */
    public static String ofHypervisor(String uri) {
        String scheme = uri.toLowerCase(Locale.ROOT).split("[:+]", 2)[0];
        return switch (scheme) {
            case "qemu" -> outline("hypervisor.qemu");
            case "xen", "xenapi" -> outline("hypervisor.xen");
            case "lxc", "openvz", "vz" -> outline("hypervisor.container");
            case "test" -> outline("hypervisor.test");
            default -> outline("hypervisor.unknown");
        };
    }

    private static String outline(String name) {
        return OUTLINES.getProperty(name);
    }

    private static Properties load() {
        Properties outlines = new Properties();
        try (InputStream in = Marks.class.getResourceAsStream("marks.properties")) {
            outlines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("outlines of the marks", e);
        }
        return outlines;
    }
}
