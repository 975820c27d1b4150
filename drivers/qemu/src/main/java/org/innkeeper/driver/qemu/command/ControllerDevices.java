package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.MachineFamily;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.definition.PciAddress;

/** Buses that devices are plugged into: PCI bridges and ports, USB, SCSI, SATA, virtio-serial, smart card readers. */
final class ControllerDevices implements CommandSection {
    private static final List<String> ORDER =
            List.of("pci", "usb", "scsi", "ide", "sata", "virtio-serial", "ccid", "fdc");
    private static final Map<String, String> USB_DRIVERS = Map.ofEntries(
            Map.entry("piix3-uhci", "piix3-usb-uhci"),
            Map.entry("piix4-uhci", "piix4-usb-uhci"),
            Map.entry("ehci", "usb-ehci"),
            Map.entry("ich9-ehci1", "ich9-usb-ehci1"),
            Map.entry("ich9-uhci1", "ich9-usb-uhci1"),
            Map.entry("ich9-uhci2", "ich9-usb-uhci2"),
            Map.entry("ich9-uhci3", "ich9-usb-uhci3"),
            Map.entry("vt82c686b-uhci", "vt82c686b-usb-uhci"),
            Map.entry("pci-ohci", "pci-ohci"),
            Map.entry("nec-xhci", "nec-usb-xhci"),
            Map.entry("qemu-xhci", "qemu-xhci"));
    private static final Map<String, String> SCSI_DRIVERS = Map.of(
            "lsilogic", "lsi",
            "lsisas1078", "megasas",
            "lsisas1068", "mptsas1068",
            "vmpvscsi", "pvscsi",
            "am53c974", "am53c974",
            "dc390", "dc-390");

    @Override
    public void write(GuestContext guest) {
        List<XmlElement> unknown = guest.definition().devices("controller").stream()
                .filter(controller -> !ORDER.contains(Nodes.text(controller, "@type", "")))
                .toList();
        if (!unknown.isEmpty()) {
            throw Unsupported.value(
                    unknown.get(0), "controller type", unknown.get(0).attribute("type"), String.join(", ", ORDER));
        }
        for (String type : ORDER) {
            for (XmlElement controller : guest.definition().controllers(type)) {
                write(guest, type, controller);
            }
        }
    }

    private static void write(GuestContext guest, String type, XmlElement controller) {
        switch (type) {
            case "pci" -> writeBridge(guest, controller);
            case "usb" -> writeUsb(guest, controller);
            case "scsi" -> writeScsi(guest, controller);
            case "sata" -> writeSata(guest, controller);
            case "virtio-serial" -> writeSerial(guest, controller);
            case "ccid" ->
                device(
                        guest,
                        controller,
                        BusAddress.usb(
                                guest,
                                controller,
                                Props.of("driver", "usb-ccid").put("id", guest.alias(controller))));
            // IDE is there or not by the machine type; the floppy controller is written with its drives.
            default -> {}
        }
    }

    private static void device(GuestContext guest, XmlElement controller, Props props) {
        Unsupported.requireDevice(guest, controller, String.valueOf(props.get("driver")));
        guest.device(props);
    }

    private static void writeBridge(GuestContext guest, XmlElement controller) {
        int index = Nodes.number(controller, "@index", 0);
        String model = Nodes.text(controller, "@model", "");
        Props props;
        switch (model) {
            case "pci-root", "pcie-root":
                return;
            case "pcie-root-port":
                PciAddress address = PciAddress.of(controller);
                int port = address == null ? index : address.slot() << 3 | address.function();
                props = Props.of("driver", Nodes.text(controller, "model@name", "pcie-root-port"))
                        .put("port", Nodes.number(controller, "target@port", port))
                        .put("chassis", Nodes.number(controller, "target@chassis", index));
                break;
            case "pci-bridge":
                props = Props.of("driver", "pci-bridge")
                        .put("chassis_nr", Nodes.number(controller, "target@chassisNr", index));
                break;
            case "pcie-to-pci-bridge":
                props = Props.of("driver", "pcie-pci-bridge");
                break;
            case "dmi-to-pci-bridge":
                props = Props.of("driver", "i82801b11-bridge");
                break;
            case "pcie-switch-upstream-port":
                props = Props.of("driver", "x3130-upstream");
                break;
            case "pcie-switch-downstream-port":
                props = Props.of("driver", "xio3130-downstream")
                        .put("port", Nodes.number(controller, "target@port", index))
                        .put("chassis", Nodes.number(controller, "target@chassis", index));
                break;
            default:
                throw Unsupported.value(
                        controller,
                        "PCI controller model",
                        model,
                        "pcie-root-port, pcie-to-pci-bridge, pci-bridge, dmi-to-pci-bridge");
        }
        props.put("id", guest.alias(controller));
        if (Nodes.has(controller, "target@hotplug")) {
            props.put("hotplug", Nodes.isOn(controller, "target@hotplug"));
        }
        device(guest, controller, BusAddress.pci(guest, controller, props));
    }

    private static void writeUsb(GuestContext guest, XmlElement controller) {
        String model = Nodes.text(controller, "@model", "");
        if (model.equals("none")) {
            return;
        }
        String driver = USB_DRIVERS.get(model);
        if (driver == null) {
            throw Unsupported.value(controller, "USB controller model", model, String.join(", ", USB_DRIVERS.keySet()));
        }
        Props props = Props.of("driver", driver);
        Long ports = Nodes.number(controller, "@ports");
        if (ports != null && model.endsWith("xhci")) {
            props.put("p2", ports).put("p3", ports);
        }
        if (Nodes.has(controller, "master")) {
            props.put("masterbus", guest.alias(controller) + ".0");
            props.put("firstport", Nodes.number(controller, "master@startport", 0));
        } else {
            props.put("id", guest.alias(controller));
        }
        device(guest, controller, BusAddress.pci(guest, controller, props));
    }

    private static void writeScsi(GuestContext guest, XmlElement controller) {
        String model = Nodes.text(controller, "@model", "");
        Props props;
        if (model.startsWith("virtio")) {
            String transport = model.equals("virtio-scsi") ? null : model;
            props = VirtioDriver.options(controller, Props.of("driver", VirtioDriver.name("virtio-scsi", transport)));
            props.putIfSet("num_queues", Nodes.number(controller, "driver@queues"));
            props.putIfSet("cmd_per_lun", Nodes.number(controller, "driver@cmd_per_lun"));
            props.putIfSet("max_sectors", Nodes.number(controller, "driver@max_sectors"));
            props.putIfSet("ioeventfd", Nodes.flag(controller, "driver@ioeventfd"));
            props.putIfSet("iothread", IoThreads.of(controller));
        } else if (SCSI_DRIVERS.containsKey(model)) {
            props = Props.of("driver", SCSI_DRIVERS.get(model));
        } else {
            throw Unsupported.value(controller, "SCSI controller model", model, "virtio-scsi, lsilogic, lsisas1078");
        }
        device(guest, controller, BusAddress.pci(guest, controller, props.put("id", guest.alias(controller))));
    }

    private static void writeSata(GuestContext guest, XmlElement controller) {
        boolean builtIn =
                guest.definition().family() == MachineFamily.Q35 && Nodes.number(controller, "@index", 0) == 0;
        if (!builtIn) {
            Props props = Props.of("driver", "ahci").put("id", guest.alias(controller));
            device(guest, controller, BusAddress.pci(guest, controller, props));
        }
    }

    private static void writeSerial(GuestContext guest, XmlElement controller) {
        Props props = VirtioDriver.options(
                controller, Props.of("driver", VirtioDriver.name("virtio-serial", controller.attribute("model"))));
        props.put("id", guest.alias(controller));
        props.putIfSet("max_ports", Nodes.number(controller, "@ports"));
        props.putIfSet("vectors", Nodes.number(controller, "@vectors"));
        device(guest, controller, BusAddress.pci(guest, controller, props));
    }
}
