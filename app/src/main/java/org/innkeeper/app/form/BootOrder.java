package org.innkeeper.app.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DeviceProperties;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.InterfaceProperties;

/**
 * The devices a guest can boot from, in the order in which they are tried. Reads both ways to say it: a number at each
 * device, and a list of kinds of devices for the whole machine; writes the former, which can say everything.
 */
public final class BootOrder {
    private static final int LAST = Integer.MAX_VALUE;

    private record Ranked(BootEntry entry, int rank) {}

    private BootOrder() {}

    public static List<BootEntry> read(XmlElement root) {
        XmlElement devices = root.element("devices");
        if (devices == null) {
            return List.of();
        }
        List<String> kinds = new ArrayList<>();
        XmlElement os = root.element("os");
        if (os != null) {
            os.elements("boot").forEach(boot -> kinds.add(String.valueOf(boot.attribute("dev"))));
        }
        List<Ranked> ranked = new ArrayList<>();
        for (String element : List.of("disk", "interface", "hostdev")) {
            List<XmlElement> found = devices.elements(element);
            for (int i = 0; i < found.size(); i++) {
                int rank = rank(found.get(i), element, kinds);
                ranked.add(new Ranked(
                        new BootEntry(kind(found.get(i), element), i, name(found.get(i), element, i), rank != LAST),
                        rank));
            }
        }
        // A list of kinds means the first device of each kind.
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().map(Ranked::entry).toList();
    }

    private static int rank(XmlElement device, String element, List<String> kinds) {
        int own = DeviceProperties.BOOT_ORDER.get(device).orElse(0);
        if (own > 0) {
            return own;
        }
        String listed =
                switch (kind(device, element)) {
                    case "disk" -> "hd";
                    case "floppy" -> "fd";
                    case "interface" -> "network";
                    default -> kind(device, element);
                };
        int at = kinds.indexOf(listed);
        return at < 0 ? LAST : at + 1;
    }

    private static String kind(XmlElement device, String element) {
        if (!element.equals("disk")) {
            return element;
        }
        String kind = DiskProperties.DEVICE.get(device).orElse("disk");
        return kind.equals("cdrom") || kind.equals("floppy") ? kind : "disk";
    }

    private static String name(XmlElement device, String element, int index) {
        return switch (element) {
            case "disk" -> DiskProperties.TARGET.get(device).orElse(Integer.toString(index + 1));
            case "interface" ->
                InterfaceProperties.MAC.get(device).map(Object::toString).orElse(Integer.toString(index + 1));
            default -> Integer.toString(index + 1);
        };
    }

    public static void write(XmlElement root, List<BootEntry> order) {
        XmlElement os = root.element("os");
        if (os != null) {
            os.elements("boot").forEach(XmlElement::detach);
        }
        XmlElement devices = root.element("devices");
        if (devices == null) {
            return;
        }
        int rank = 0;
        for (BootEntry entry : order) {
            List<XmlElement> found = devices.elements(entry.element());
            if (entry.index() < found.size()) {
                XmlElement device = found.get(entry.index());
                if (entry.enabled()) {
                    DeviceProperties.BOOT_ORDER.set(device, ++rank);
                } else {
                    DeviceProperties.BOOT_ORDER.remove(device);
                }
            }
        }
    }
}
