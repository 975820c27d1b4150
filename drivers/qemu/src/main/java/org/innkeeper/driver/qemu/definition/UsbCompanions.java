package org.innkeeper.driver.qemu.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.innkeeper.core.xml.XmlElement;

/** The USB 2 controller of the ICH9 with its three USB 1 companions: four functions of one slot. */
final class UsbCompanions {
    private static final Map<String, Integer> FUNCTIONS =
            Map.of("ich9-ehci1", 7, "ich9-uhci1", 0, "ich9-uhci2", 1, "ich9-uhci3", 2);
    private static final List<Integer> Q35_SLOTS = List.of(0x1d, 0x1a);

    private UsbCompanions() {}

    static boolean isMember(XmlElement device) {
        return Nodes.is(device, "@type", "usb") && FUNCTIONS.containsKey(Nodes.text(device, "@model", ""));
    }

    /** The address beside the others of its index, or in a fresh slot; null where it is no such controller. */
    static PciAddress addressFor(XmlElement device, GuestDefinition guest, Function<XmlElement, PciAddress> freshSlot) {
        if (!isMember(device)) {
            return null;
        }
        int function = FUNCTIONS.get(device.attribute("model"));
        int index = Nodes.number(device, "@index", 0);
        for (XmlElement other : guest.controllers("usb")) {
            PciAddress address = PciAddress.of(other);
            if (address != null && isMember(other) && Nodes.number(other, "@index", 0) == index) {
                return new PciAddress(address.bus(), address.slot(), function);
            }
        }
        if (guest.family() == MachineFamily.Q35 && index < Q35_SLOTS.size()) {
            return new PciAddress(0, Q35_SLOTS.get(index), function);
        }
        PciAddress slot = freshSlot.apply(device);
        return new PciAddress(slot.bus(), slot.slot(), function);
    }
}
