package org.innkeeper.app.newguest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * What a host can make of a new guest, from its capabilities document.
 *
 * @param arch the architecture new guests get
 * @param emulator the program that runs them, or null
 * @param types domain types, the fastest first; those that the host offers are those that work
 * @param machines machine types by their short names first, then the versioned ones, newest first; may be empty
 */
record GuestAbilities(String arch, String emulator, List<String> types, List<String> machines) {
    private static final List<String> FASTEST_FIRST = List.of("kvm", "hvf", "whpx", "xen", "qemu");
    private static final List<String> MODERN_FIRST = List.of("q35", "virt", "pc");

    GuestAbilities {
        types = List.copyOf(types);
        machines = List.copyOf(machines);
    }

    /**
     * Reads a capabilities document: the host's own architecture where it is offered, else the first.
     *
     * @throws InnkeeperException where the document cannot be read
     */
    static Optional<GuestAbilities> read(String capabilities) {
        XmlElement root = XmlDocument.parse(capabilities).root();
        XmlElement host = root.element("host");
        XmlElement cpu = host == null ? null : host.element("cpu");
        XmlElement own = cpu == null ? null : cpu.element("arch");
        XmlElement best = null;
        for (XmlElement guest : root.elements("guest")) {
            XmlElement arch = guest.element("arch");
            XmlElement os = guest.element("os_type");
            if (arch != null && os != null && os.text().strip().equals("hvm")) {
                boolean same = own != null && own.text().strip().equals(arch.attribute("name"));
                boolean wide = "64".equals(text(arch, "wordsize"));
                if (best == null || same || (wide && !"64".equals(text(best, "wordsize")))) {
                    best = arch;
                }
            }
        }
        return Optional.ofNullable(best).map(GuestAbilities::of);
    }

    private static GuestAbilities of(XmlElement arch) {
        List<String> types = new ArrayList<>();
        arch.elements("domain").forEach(domain -> types.add(domain.attribute("type")));
        types.sort(java.util.Comparator.comparingInt(GuestAbilities::speed));
        return new GuestAbilities(arch.attribute("name"), text(arch, "emulator"), types, machines(arch));
    }

    private static int speed(String type) {
        int at = FASTEST_FIRST.indexOf(type);
        return at < 0 ? FASTEST_FIRST.size() : at;
    }

    private static List<String> machines(XmlElement arch) {
        List<String> versioned = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (XmlElement machine : arch.elements("machine")) {
            String name = machine.text().strip();
            boolean old = "yes".equals(machine.attribute("deprecated"));
            if (!old) {
                (machine.attribute("canonical") != null || MODERN_FIRST.contains(name) ? all : versioned).add(name);
            }
        }
        all.sort(java.util.Comparator.comparingInt(GuestAbilities::modernity));
        versioned.sort(new MachineOrder());
        all.addAll(versioned);
        return all;
    }

    private static int modernity(String machine) {
        int at = MODERN_FIRST.indexOf(machine);
        return at < 0 ? MODERN_FIRST.size() : at;
    }

    private static String text(XmlElement element, String child) {
        XmlElement found = element.element(child);
        return found == null ? null : found.text().strip();
    }
}
