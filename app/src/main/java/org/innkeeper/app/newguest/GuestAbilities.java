package org.innkeeper.app.newguest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * What a host can make of a new guest of one kind and architecture, from its capabilities document.
 *
 * @param kind what the guest is to the host
 * @param arch the architecture of the guest
 * @param emulator the program that runs them, or null
 * @param loader the firmware that the host names for them, or null
 * @param types domain types, the fastest first; those that the host offers are those that work
 * @param machines machine types by their short names first, then the versioned ones, newest first; may be empty
 */
record GuestAbilities(
        GuestKind kind, String arch, String emulator, String loader, List<String> types, List<String> machines) {
    private static final List<String> FASTEST_FIRST = List.of("kvm", "hvf", "whpx", "xen", "qemu");
    private static final List<String> MODERN_FIRST = List.of("q35", "virt", "pc");

    GuestAbilities {
        types = List.copyOf(types);
        machines = List.copyOf(machines);
    }

    /**
     * Reads a capabilities document: whole machines before other kinds, the host's own architecture first.
     *
     * @throws InnkeeperException where the document cannot be read
     */
    static List<GuestAbilities> read(String capabilities) {
        XmlElement root = XmlDocument.parse(capabilities).root();
        XmlElement host = root.element("host");
        XmlElement cpu = host == null ? null : host.element("cpu");
        String own = cpu == null ? null : text(cpu, "arch");
        List<Found> found = new ArrayList<>();
        for (XmlElement guest : root.elements("guest")) {
            XmlElement arch = guest.element("arch");
            if (arch != null) {
                List<String> types = types(arch);
                GuestKind.of(text(guest, "os_type"), types)
                        .ifPresent(kind -> found.add(new Found(of(kind, arch, types), text(arch, "wordsize"))));
            }
        }
        // Sorting is stable: what is neither the host's own nor wide stays in the order of the host.
        found.sort(Comparator.comparing((Found one) -> one.abilities.kind)
                .thenComparing(one -> !one.abilities.arch.equals(own))
                .thenComparing(one -> !"64".equals(one.wordSize)));
        return found.stream().map(Found::abilities).toList();
    }

    private record Found(GuestAbilities abilities, String wordSize) {}

    private static List<String> types(XmlElement arch) {
        List<String> types = new ArrayList<>();
        arch.elements("domain").forEach(domain -> types.add(domain.attribute("type")));
        types.sort(Comparator.comparingInt(GuestAbilities::speed));
        return types;
    }

    private static GuestAbilities of(GuestKind kind, XmlElement arch, List<String> types) {
        return new GuestAbilities(
                kind, arch.attribute("name"), text(arch, "emulator"), text(arch, "loader"), types, machines(arch));
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
        all.sort(Comparator.comparingInt(GuestAbilities::modernity));
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
