package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.GuestDefinition;
import org.innkeeper.driver.qemu.definition.MachineFamily;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.definition.PciAddress;

/** Writes where a device is plugged in. */
final class BusAddress {
    private BusAddress() {}

    /** Adds {@code bus} and {@code addr} of a device on PCI; nothing for one that is not. */
    static Props pci(GuestContext guest, XmlElement device, Props props) {
        PciAddress address = PciAddress.of(device);
        if (address == null) {
            return props;
        }
        props.put("bus", busName(guest.definition(), address.bus()));
        if (Nodes.isOn(device, "address@multifunction")) {
            props.put("multifunction", true);
        }
        return props.put("addr", address.text());
    }

    private static String busName(GuestDefinition guest, int index) {
        if (index == 0) {
            // The machine's own bus keeps its name, whatever alias the definition gives the controller.
            return guest.family().isExpress() ? "pcie.0" : "pci.0";
        }
        return guest.controllers("pci").stream()
                .filter(controller -> Nodes.number(controller, "@index", 0) == index)
                .map(controller -> Nodes.text(controller, "alias@name"))
                .findFirst()
                .orElse("pci." + index);
    }

    /** Adds {@code bus} and {@code port} of a device on USB. */
    static Props usb(GuestContext guest, XmlElement device, Props props) {
        if (!Nodes.is(device, "address@type", "usb")) {
            return props;
        }
        int bus = Nodes.number(device, "address@bus", 0);
        String controller = controllerAlias(guest.definition(), "usb", bus);
        props.put("bus", (controller == null ? "usb" : controller) + ".0");
        return props.putIfSet("port", Nodes.text(device, "address@port"));
    }

    /** The alias of a controller; null where there is none of that index. */
    static String controllerAlias(GuestDefinition guest, String type, int index) {
        if (type.equals("sata") && index == 0 && guest.family() == MachineFamily.Q35) {
            return "ide";
        }
        return guest.controllers(type).stream()
                .filter(controller -> Nodes.number(controller, "@index", 0) == index)
                .map(controller -> Nodes.text(controller, "alias@name"))
                .findFirst()
                .orElse(null);
    }
}
