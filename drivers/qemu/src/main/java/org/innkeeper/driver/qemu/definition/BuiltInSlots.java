package org.innkeeper.driver.qemu.definition;

import org.innkeeper.core.xml.XmlElement;

/** PCI slots of the root bus that belong to the machine itself, or that guests expect a certain device in. */
final class BuiltInSlots {
    private static final int PIIX_SLOT = 0x01;
    private static final int PIIX_USB_FUNCTION = 2;
    private static final int PC_VIDEO_SLOT = 0x02;
    private static final int Q35_VIDEO_SLOT = 0x01;
    private static final int ICH9_SLOT = 0x1f;
    private static final int ICH9_SOUND_SLOT = 0x1b;

    private final GuestDefinition guest;
    private boolean usbFunctionFree;
    private boolean videoSlotFree;

    BuiltInSlots(GuestDefinition guest) {
        this.guest = guest;
    }

    /** Takes what no definition can have. */
    void reserve(PciBus root) {
        if (guest.family() == MachineFamily.I440FX) {
            root.reserve(PIIX_SLOT, 0);
            root.reserve(PIIX_SLOT, 1);
            root.reserve(PIIX_SLOT, 3);
        } else if (guest.family() == MachineFamily.Q35) {
            root.reserve(ICH9_SLOT, 0);
            root.reserve(ICH9_SLOT, 2);
            root.reserve(ICH9_SLOT, 3);
        }
    }

    /** Keeps devices that are placed automatically out of the machine's own slots. */
    void closeSlots(PciBus root) {
        if (guest.family() == MachineFamily.I440FX) {
            usbFunctionFree = root.reserve(PIIX_SLOT, PIIX_USB_FUNCTION);
            root.reserveSlot(PIIX_SLOT);
            closeVideoSlot(root, PC_VIDEO_SLOT);
        } else if (guest.family() == MachineFamily.Q35) {
            root.reserveSlot(ICH9_SLOT);
            closeVideoSlot(root, Q35_VIDEO_SLOT);
        }
    }

    private void closeVideoSlot(PciBus root, int slot) {
        XmlElement video = primaryVideo();
        if (video != null && PciAddress.of(video) == null) {
            videoSlotFree = root.isFree(slot);
            root.reserveSlot(slot);
        }
    }

    /** Whether the machine has it at a place of its own, whatever the definition says. */
    boolean isBuiltIn(XmlElement device) {
        if (!device.name().equals("controller") || Nodes.number(device, "@index", 0) != 0) {
            return false;
        }
        return guest.family() == MachineFamily.I440FX && Nodes.is(device, "@type", "ide")
                || guest.family() == MachineFamily.Q35 && Nodes.is(device, "@type", "sata");
    }

    /** The place guests expect that device in; null where it has none, or where that is taken. */
    PciAddress preferred(XmlElement device, PciBus root) {
        if (device == primaryVideo() && guest.family().isPc()) {
            int slot = guest.family() == MachineFamily.I440FX ? PC_VIDEO_SLOT : Q35_VIDEO_SLOT;
            return videoSlotFree ? new PciAddress(0, slot, 0) : null;
        }
        boolean firstUsb = Nodes.is(device, "@type", "usb") && Nodes.number(device, "@index", 0) == 0;
        if (guest.family() == MachineFamily.I440FX && firstUsb && usbFunctionFree) {
            return Nodes.is(device, "@model", "piix3-uhci") ? new PciAddress(0, PIIX_SLOT, PIIX_USB_FUNCTION) : null;
        }
        boolean hda = device.name().equals("sound") && Nodes.is(device, "@model", "ich9");
        if (guest.family() == MachineFamily.Q35 && hda && root.isFree(ICH9_SOUND_SLOT)) {
            root.reserveSlot(ICH9_SOUND_SLOT);
            return new PciAddress(0, ICH9_SOUND_SLOT, 0);
        }
        return null;
    }

    private XmlElement primaryVideo() {
        XmlElement first = null;
        for (XmlElement video : guest.devices("video")) {
            if (PciSlotKind.of(video, guest.family()) == PciSlotKind.NONE) {
                continue;
            }
            if (Nodes.isOn(video, "model@primary")) {
                return video;
            }
            first = first == null ? video : first;
        }
        return first;
    }
}
