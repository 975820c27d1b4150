package org.innkeeper.driver.qemu.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/**
 * Gives each PCI device its slot the way libvirt does, and adds the bridges and ports that takes. Done twice: once to
 * learn which bridges are needed, and once, with the bridges placed first, for good.
 */
final class PciAddresses {
    private final GuestDefinition guest;
    private final BuiltInSlots builtIn;
    private TreeMap<Integer, PciBus> buses = new TreeMap<>();

    PciAddresses(GuestDefinition guest) {
        this.guest = guest;
        builtIn = new BuiltInSlots(guest);
    }

    void assign() {
        allocate(false);
        if (guest.family().isExpress() && PciOrder.of(guest).stream().anyMatch(this::isPluggable)) {
            // One port stays free, so that a device can be plugged in while the guest runs.
            take(PciSlotKind.EXPRESS, null);
        }
        allocate(true);
    }

    private boolean isPluggable(XmlElement device) {
        return PciSlotKind.of(device, guest.family()) != PciSlotKind.NONE && !hasOtherAddress(device);
    }

    private void allocate(boolean forGood) {
        buses = new TreeMap<>();
        guest.controllers("pci").forEach(this::addBus);
        builtIn.reserve(buses.get(0));
        List<XmlElement> waiting = new ArrayList<>();
        for (XmlElement device : PciOrder.of(guest)) {
            if (builtIn.isBuiltIn(device)) {
                continue;
            }
            PciAddress address = PciAddress.of(device);
            if (address != null) {
                reserve(device, address);
            } else if (isPluggable(device)) {
                waiting.add(device);
            }
        }
        builtIn.closeSlots(buses.get(0));
        for (XmlElement device : waiting) {
            PciAddress address = builtIn.preferred(device, buses.get(0));
            if (address == null) {
                address = UsbCompanions.addressFor(device, guest, this::takeCompanionSlot);
            }
            if (address == null) {
                address = take(PciSlotKind.of(device, guest.family()), device);
            }
            if (forGood) {
                write(device, address);
            } else if (UsbCompanions.isMember(device)) {
                write(device, address);
            }
        }
    }

    private static boolean hasOtherAddress(XmlElement device) {
        String type = Nodes.text(device, "address@type");
        return type != null && !type.equals("pci");
    }

    private void write(XmlElement device, PciAddress address) {
        address.writeTo(device);
        boolean port = PciSlotKind.of(device, guest.family()) == PciSlotKind.ROOT_PORT;
        boolean first = address.function() == 0;
        if (first && (port || Nodes.is(device, "@model", "ich9-uhci1"))) {
            device.element("address").setAttribute("multifunction", "on");
        }
    }

    private void addBus(XmlElement controller) {
        int index = Nodes.number(controller, "@index", 0);
        String model = Nodes.text(controller, "@model", guest.family().isExpress() ? "pcie-root-port" : "pci-bridge");
        controller.setAttribute("model", model);
        if (buses.put(index, new PciBus(index, model)) != null) {
            throw XmlErrors.unacceptable(controller, "there are two PCI controllers of index " + index);
        }
    }

    private void reserve(XmlElement device, PciAddress address) {
        while (!buses.containsKey(address.bus())) {
            grow(guest.family().isExpress() ? PciSlotKind.EXPRESS : PciSlotKind.CONVENTIONAL);
        }
        PciBus bus = buses.get(address.bus());
        if (!bus.reserve(address.slot(), address.function())) {
            throw XmlErrors.unacceptable(
                    device,
                    "the PCI address " + address.text() + " on bus " + address.bus()
                            + " is used by another device, or built in");
        }
        if (PciSlotKind.of(device, guest.family()) == PciSlotKind.ROOT_PORT
                && Nodes.isOn(device, "address@multifunction")) {
            bus.share(address.slot());
        }
    }

    private PciAddress takeCompanionSlot(XmlElement device) {
        return take(PciSlotKind.CONVENTIONAL, device);
    }

    private PciAddress take(PciSlotKind kind, XmlElement device) {
        for (PciBus bus : buses.values()) {
            if (bus.takes(kind)) {
                PciAddress address = kind == PciSlotKind.ROOT_PORT ? bus.takeSharedFunction() : bus.takeSlot();
                if (address != null) {
                    return address;
                }
            }
        }
        if (kind == PciSlotKind.ROOT_PORT || kind == PciSlotKind.SWITCH_DOWNSTREAM) {
            throw XmlErrors.unsupported(device, "there is no PCI bus with a free place for it");
        }
        grow(kind);
        return take(kind, device);
    }

    private void grow(PciSlotKind kind) {
        String model;
        if (kind == PciSlotKind.EXPRESS) {
            model = "pcie-root-port";
        } else if (guest.family().isExpress()) {
            model = "pcie-to-pci-bridge";
            take(PciSlotKind.EXPRESS, null);
        } else {
            model = "pci-bridge";
        }
        addBus(guest.addController("pci", buses.lastKey() + 1, model));
    }
}
