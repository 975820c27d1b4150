package org.innkeeper.core.xml.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The places of devices exist, fit the device, and are taken once. */
final class AddressRules {
    private static final int GREATEST_DOMAIN = 0xFFFF;
    private static final int GREATEST_BUS = 0xFF;
    private static final int GREATEST_SLOT = 0x1F;
    private static final int GREATEST_FUNCTION = 7;

    private AddressRules() {}

    static void check(DomainDocument domain) {
        Map<String, XmlElement> pci = new HashMap<>();
        builtInDevices(domain, pci);
        for (XmlElement device : domain.devices()) {
            XmlElement address = device.element("address");
            if (address == null) {
                continue;
            }
            // A console may be a serial port by another name, at the same place.
            if (device.name().equals("console")) {
                checkKind(device, address);
                continue;
            }
            switch (AddressProperties.TYPE.get(address).orElse("")) {
                case "pci" -> checkPci(device, address, pci);
                default -> checkKind(device, address);
            }
        }
    }

    /** The machine of old has its IDE controller on board; nothing else can stand there. */
    private static void builtInDevices(DomainDocument domain, Map<String, XmlElement> pci) {
        if (!ControllerRules.isI440fx(domain.get(OsProperties.MACHINE).orElse(""))) {
            return;
        }
        for (XmlElement controller : domain.devices("controller")) {
            boolean ide = ControllerProperties.TYPE.get(controller).orElse("").equals("ide");
            boolean first = ControllerProperties.INDEX.get(controller).orElse(0) == 0;
            if (ide && first && controller.element("address") == null) {
                pci.put("0000:00:01.1", controller);
            }
        }
    }

    private static void checkPci(XmlElement device, XmlElement address, Map<String, XmlElement> taken) {
        int domain =
                limited(address, "domain", AddressProperties.DOMAIN.get(address).orElse(0), GREATEST_DOMAIN);
        int bus = limited(address, "bus", AddressProperties.BUS.get(address).orElse(0), GREATEST_BUS);
        int slot = limited(address, "slot", AddressProperties.SLOT.get(address).orElse(0), GREATEST_SLOT);
        int function = limited(
                address, "function", AddressProperties.FUNCTION.get(address).orElse(0), GREATEST_FUNCTION);
        checkKind(device, address);
        if (domain == 0 && bus == 0 && slot == 0 && function == 0) {
            return;
        }
        String place = String.format("%04x:%02x:%02x.%x", domain, bus, slot, function);
        XmlElement other = taken.putIfAbsent(place, device);
        if (other != null) {
            throw XmlErrors.unacceptable(
                    address, "the PCI address " + place + " is used twice, by <" + other.name() + "> too");
        }
    }

    private static int limited(XmlElement address, String part, int value, int greatest) {
        if (value > greatest) {
            throw XmlErrors.unacceptable(
                    address,
                    String.format("the PCI address is not valid: %s='0x%x' is more than 0x%X", part, value, greatest));
        }
        return value;
    }

    private static void checkKind(XmlElement device, XmlElement address) {
        String type = AddressProperties.TYPE
                .get(address)
                .orElseThrow(() -> XmlErrors.unacceptable(address, "attribute 'type' is missing"));
        if (device.name().equals("disk")) {
            String bus = DiskRules.bus(device);
            List<String> fitting = addressesOf(bus);
            if (!fitting.isEmpty() && !type.equals("unassigned") && !fitting.contains(type)) {
                throw XmlErrors.unsupported(
                        address,
                        "the address type '" + type + "' does not fit the disk "
                                + DiskProperties.TARGET.get(device).orElse("") + " on the bus '" + bus + "'");
            }
        }
        if (device.name().equals("video")
                && VideoProperties.MODEL.get(device).orElse("").equals("ramfb")) {
            throw XmlErrors.unsupported(address, "a video card of type ramfb has no address");
        }
    }

    private static List<String> addressesOf(String bus) {
        return switch (bus) {
            case "ide", "scsi", "sata", "fdc" -> List.of("drive");
            case "usb" -> List.of("usb");
            case "virtio" -> List.of("pci", "ccw", "virtio-s390", "virtio-mmio");
            default -> List.of();
        };
    }
}
