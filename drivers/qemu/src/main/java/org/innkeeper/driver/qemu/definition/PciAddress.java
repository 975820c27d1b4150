package org.innkeeper.driver.qemu.definition;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/**
 * Where a device is on the PCI buses of a guest.
 *
 * @param bus index of the PCI controller whose bus it is
 * @param slot 0 to 31
 * @param function 0 to 7
 */
public record PciAddress(int bus, int slot, int function) {
    private static final int MOST_SLOTS = 32;
    private static final int MOST_FUNCTIONS = 8;

    /** The address of a device; null where it has none of that type. */
    public static PciAddress of(XmlElement device) {
        XmlElement address = device.element("address");
        if (address == null
                || !Nodes.is(address, "@type", "pci")
                || Nodes.text(address, "@slot") == null && Nodes.text(address, "@bus") == null) {
            return null;
        }
        int domain = Nodes.number(address, "@domain", 0);
        int bus = Nodes.number(address, "@bus", 0);
        int slot = Nodes.number(address, "@slot", 0);
        int function = Nodes.number(address, "@function", 0);
        if (domain != 0 || slot < 0 || slot >= MOST_SLOTS || function < 0 || function >= MOST_FUNCTIONS || bus < 0) {
            throw XmlErrors.unacceptable(address, "the PCI address is out of range");
        }
        return new PciAddress(bus, slot, function);
    }

    void writeTo(XmlElement device) {
        Nodes.put(
                device,
                "address",
                "type",
                "pci",
                "domain",
                "0x0000",
                "bus",
                String.format("0x%02x", bus),
                "slot",
                String.format("0x%02x", slot),
                "function",
                "0x" + Integer.toHexString(function));
    }

    /** As the emulator's {@code addr} wants it: {@code 0x1.0x2}. */
    public String text() {
        return "0x" + Integer.toHexString(slot) + (function == 0 ? "" : ".0x" + Integer.toHexString(function));
    }
}
