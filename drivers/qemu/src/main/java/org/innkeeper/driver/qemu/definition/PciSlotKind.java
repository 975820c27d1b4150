package org.innkeeper.driver.qemu.definition;

import java.util.Set;
import org.innkeeper.core.xml.XmlElement;

/** What sort of PCI slot a device needs; {@link #NONE} for devices that are not on PCI. */
enum PciSlotKind {
    NONE,
    CONVENTIONAL,
    EXPRESS,
    /** A place on the root bus itself, shared with other ports. */
    ROOT_PORT,
    /** A downstream port, inside the upstream port of a switch. */
    SWITCH_DOWNSTREAM;

    private static final Set<String> EXPRESS_NICS =
            Set.of("virtio", "virtio-non-transitional", "e1000e", "vmxnet3", "igb");
    private static final Set<String> EXPRESS_USB = Set.of("qemu-xhci", "nec-xhci");
    private static final Set<String> EXPRESS_SCSI =
            Set.of("virtio-scsi", "virtio-non-transitional", "vmpvscsi", "lsisas1078", "megasas-gen2", "lsisas1068");
    private static final Set<String> PCI_SOUND = Set.of("ich6", "ich9", "ac97", "es1370", "virtio");
    private static final Set<String> EXPRESS_VIDEO = Set.of("virtio", "bochs");

    static PciSlotKind of(XmlElement device, MachineFamily family) {
        PciSlotKind kind = device.name().equals("controller") ? ofController(device, family) : ofDevice(device);
        return kind == EXPRESS && !family.isExpress() ? CONVENTIONAL : kind;
    }

    private static PciSlotKind ofController(XmlElement controller, MachineFamily family) {
        String model = Nodes.text(controller, "@model", "");
        return switch (Nodes.text(controller, "@type", "")) {
            case "pci" -> ofBridge(model);
            case "usb" -> model.equals("none") ? NONE : EXPRESS_USB.contains(model) ? EXPRESS : CONVENTIONAL;
            case "scsi" ->
                model.startsWith("ibmvscsi") || model.equals("am53c974")
                        ? CONVENTIONAL
                        : EXPRESS_SCSI.contains(model) ? EXPRESS : CONVENTIONAL;
            case "virtio-serial" -> virtio(model);
            case "sata" ->
                Nodes.number(controller, "@index", 0) == 0 && family == MachineFamily.Q35 ? NONE : CONVENTIONAL;
            default -> NONE;
        };
    }

    private static PciSlotKind ofBridge(String model) {
        return switch (model) {
            case "pci-root", "pcie-root" -> NONE;
            case "pci-bridge" -> CONVENTIONAL;
            case "pcie-root-port", "dmi-to-pci-bridge", "pcie-expander-bus" -> ROOT_PORT;
            case "pcie-switch-downstream-port" -> SWITCH_DOWNSTREAM;
            case "pci-expander-bus" -> CONVENTIONAL;
            default -> EXPRESS;
        };
    }

    private static PciSlotKind ofDevice(XmlElement device) {
        String model = Nodes.text(device, "@model", "");
        return switch (device.name()) {
            case "disk" -> DiskTarget.bus(device).equals("virtio") ? virtio(model) : NONE;
            case "interface" -> ofNic(Nodes.text(device, "model@type", "rtl8139"));
            case "filesystem", "rng" -> virtio(model);
            case "vsock" -> virtio(model);
            case "memballoon" -> model.equals("none") ? NONE : virtio(model);
            case "input" -> Nodes.is(device, "@bus", "virtio") ? virtio(model) : NONE;
            case "sound" -> PCI_SOUND.contains(model) ? CONVENTIONAL : NONE;
            case "watchdog" -> model.equals("i6300esb") ? CONVENTIONAL : NONE;
            case "video" -> ofVideo(Nodes.text(device, "model@type", ""));
            case "hostdev" -> Nodes.is(device, "@type", "pci") ? EXPRESS : NONE;
            case "serial" -> Nodes.is(device, "target@type", "pci-serial") ? CONVENTIONAL : NONE;
            case "panic" -> model.equals("pvpanic") ? CONVENTIONAL : NONE;
            default -> NONE;
        };
    }

    private static PciSlotKind ofNic(String model) {
        if (model.startsWith("usb-")) {
            return NONE;
        }
        return EXPRESS_NICS.contains(model) ? EXPRESS : CONVENTIONAL;
    }

    private static PciSlotKind ofVideo(String model) {
        if (model.equals("none") || model.equals("ramfb")) {
            return NONE;
        }
        return EXPRESS_VIDEO.contains(model) ? EXPRESS : CONVENTIONAL;
    }

    private static PciSlotKind virtio(String model) {
        return model.endsWith("-transitional") && !model.endsWith("non-transitional") ? CONVENTIONAL : EXPRESS;
    }
}
