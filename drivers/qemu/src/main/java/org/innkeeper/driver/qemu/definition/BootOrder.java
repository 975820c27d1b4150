package org.innkeeper.driver.qemu.definition;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/**
 * In which order a guest tries its devices. Said per device, or as a list of kinds, of which the first device of each
 * kind is meant; never both.
 */
public final class BootOrder {
    private final Map<XmlElement, Integer> positions = new IdentityHashMap<>();

    public BootOrder(GuestDefinition guest) {
        List<XmlElement> kinds = Nodes.all(guest.root(), "os/boot");
        addOwn(guest);
        if (!positions.isEmpty() && !kinds.isEmpty()) {
            throw XmlErrors.unsupported(
                    kinds.get(0), "a boot order per device and a list of boot devices exclude each other: keep one");
        }
        if (positions.isEmpty()) {
            addKinds(guest, kinds);
        }
    }

    private void addOwn(GuestDefinition guest) {
        Map<Integer, XmlElement> seen = new HashMap<>();
        for (XmlElement device : guest.devices()) {
            Long order = Nodes.number(device, "boot@order");
            if (order == null) {
                continue;
            }
            if (order < 1 || order > Integer.MAX_VALUE) {
                throw XmlErrors.unacceptable(device.element("boot"), "the boot order starts at 1");
            }
            if (seen.put(order.intValue(), device) != null) {
                throw XmlErrors.unacceptable(
                        device.element("boot"), "boot order " + order + " is used for more than one device");
            }
            positions.put(device, order.intValue());
        }
    }

    private void addKinds(GuestDefinition guest, List<XmlElement> kinds) {
        if (kinds.isEmpty()) {
            addFirst(guest, "hd", 1);
        }
        int position = 1;
        for (XmlElement kind : kinds) {
            addFirst(guest, Nodes.text(kind, "@dev", ""), position++);
        }
    }

    private void addFirst(GuestDefinition guest, String kind, int position) {
        List<XmlElement> candidates = kind.equals("network") ? guest.devices("interface") : guest.orderedDisks();
        candidates.stream()
                .filter(device -> isOfKind(device, kind) && !positions.containsKey(device))
                .findFirst()
                .ifPresent(device -> positions.put(device, position));
    }

    private static boolean isOfKind(XmlElement device, String kind) {
        if (device.name().equals("interface")) {
            return true;
        }
        return switch (DiskTarget.device(device)) {
            case "cdrom" -> kind.equals("cdrom");
            case "floppy" -> kind.equals("fd");
            default -> kind.equals("hd");
        };
    }

    /** The place of a device, from 1; null where it is not booted from. */
    public Integer of(XmlElement device) {
        return positions.get(device);
    }
}
