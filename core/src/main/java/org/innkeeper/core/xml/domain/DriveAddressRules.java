package org.innkeeper.core.xml.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** No two drives stand at one place of a bus; a disk without an address stands where its target's name says. */
final class DriveAddressRules {
    private DriveAddressRules() {}

    static void check(DomainDocument domain) {
        Map<String, XmlElement> taken = new HashMap<>();
        for (XmlElement disk : domain.devices("disk")) {
            String bus = DiskRules.bus(disk);
            claim(disk, given(disk, bus).or(() -> implied(disk, bus)), taken);
        }
        for (XmlElement device : domain.devices("hostdev")) {
            if ("scsi".equals(device.attribute("type"))) {
                claim(device, given(device, "scsi"), taken);
            }
        }
    }

    private static void claim(XmlElement device, Optional<String> place, Map<String, XmlElement> taken) {
        if (place.isEmpty()) {
            return;
        }
        XmlElement other = taken.putIfAbsent(place.get(), device);
        if (other != null) {
            String target = DiskProperties.TARGET.get(other).orElse("another device");
            throw XmlErrors.unsupported(
                    device, "its drive address (" + place.get() + ") is that of " + target + " too");
        }
    }

    private static Optional<String> given(XmlElement device, String bus) {
        XmlElement address = device.element("address");
        if (address == null || !"drive".equals(address.attribute("type"))) {
            return Optional.empty();
        }
        return Optional.of(place(
                bus,
                AddressProperties.CONTROLLER.get(address).orElse(0),
                AddressProperties.BUS.get(address).orElse(0),
                AddressProperties.TARGET.get(address).orElse(0),
                AddressProperties.UNIT.get(address).orElse(0)));
    }

    private static Optional<String> implied(XmlElement disk, String bus) {
        int index = index(DiskProperties.TARGET.get(disk).orElse(""));
        // Beyond that the place depends on the controller's model.
        if (index < 0 || index > 3 || disk.element("address") != null) {
            return Optional.empty();
        }
        return switch (bus) {
            case "ide" -> Optional.of(place(bus, 0, index / 2, 0, index % 2));
            case "sata", "scsi" -> Optional.of(place(bus, 0, 0, 0, index));
            case "fdc" -> Optional.of(place(bus, index / 2, 0, 0, index % 2));
            default -> Optional.empty();
        };
    }

    private static String place(String bus, int controller, int number, int target, int unit) {
        return bus + " controller " + controller + ", bus " + number + ", target " + target + ", unit " + unit;
    }

    /** The number of a target's name: hda is 0, sdb is 1; -1 where the name has none. */
    private static int index(String target) {
        return target.matches("(hd|sd|fd)[a-z]") ? target.charAt(2) - 'a' : -1;
    }
}
