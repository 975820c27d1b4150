package org.innkeeper.driver.qemu.command;

import java.math.BigInteger;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.definition.DiskTarget;
import org.innkeeper.driver.qemu.definition.MachineFamily;
import org.innkeeper.driver.qemu.definition.Nodes;
import org.innkeeper.driver.qemu.definition.ScsiModels;

/** Disks, CD-ROM drives and floppies. */
final class DiskDevices implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        List<XmlElement> disks = guest.definition().orderedDisks();
        writeFloppyController(guest, disks);
        for (int i = 0; i < disks.size(); i++) {
            write(guest, disks.get(i), disks.size() - i);
        }
    }

    private static void writeFloppyController(GuestContext guest, List<XmlElement> disks) {
        List<XmlElement> floppies = disks.stream()
                .filter(disk -> DiskTarget.bus(disk).equals("fdc"))
                .toList();
        if (floppies.isEmpty()) {
            return;
        }
        boolean builtIn = guest.definition().family() == MachineFamily.I440FX;
        Props controller = Props.of("driver", "isa-fdc");
        for (XmlElement floppy : floppies) {
            Integer bootIndex = guest.bootIndex(floppy);
            if (bootIndex != null) {
                String key = "bootindex" + (Nodes.number(floppy, "address@unit", 0) == 0 ? "A" : "B");
                controller.put(key, bootIndex);
                if (builtIn) {
                    guest.option("-global", "isa-fdc." + key + "=" + bootIndex);
                }
            }
        }
        if (!builtIn) {
            guest.device(controller);
        }
    }

    private static void write(GuestContext guest, XmlElement disk, int number) {
        refuseUnsupported(disk);
        DiskNodes nodes = null;
        if (!DiskSource.isEmpty(disk)) {
            nodes = new DiskNodes(guest, disk, number);
            nodes.write();
        } else if (!List.of("cdrom", "floppy").contains(DiskTarget.device(disk))) {
            throw Unsupported.because(
                    disk,
                    "disk '" + DiskTarget.name(disk) + "' has no source; only CD-ROM drives and floppies can be empty",
                    "Add <source file='…'/>.");
        }
        Props props = frontEnd(guest, disk);
        if (nodes != null) {
            props.put("drive", nodes.topNode());
        }
        props.put("id", guest.alias(disk));
        addCommon(guest, disk, props);
        Unsupported.requireDevice(guest, disk, String.valueOf(props.get("driver")));
        guest.device(props);
    }

    private static Props frontEnd(GuestContext guest, XmlElement disk) {
        boolean cdrom = DiskTarget.device(disk).equals("cdrom");
        XmlElement address = disk.element("address");
        String bus = DiskTarget.bus(disk);
        switch (bus) {
            case "virtio":
                return virtio(guest, disk);
            case "ide":
                return Props.of("driver", cdrom ? "ide-cd" : "ide-hd")
                        .put("bus", "ide." + Nodes.number(address, "@bus", 0))
                        .put("unit", Nodes.number(address, "@unit", 0));
            case "sata":
                int sata = Nodes.number(address, "@controller", 0);
                return Props.of("driver", cdrom ? "ide-cd" : "ide-hd")
                        .put(
                                "bus",
                                BusAddress.controllerAlias(guest.definition(), "sata", sata) + "."
                                        + Nodes.number(address, "@unit", 0));
            case "scsi":
                return scsi(guest, disk, cdrom);
            case "fdc":
                return Props.of("driver", "floppy").put("unit", Nodes.number(address, "@unit", 0));
            case "usb":
                return usb(guest, disk);
            default:
                throw Unsupported.value(disk, "disk bus", bus, "virtio, sata, scsi, usb, ide, fdc");
        }
    }

    private static Props virtio(GuestContext guest, XmlElement disk) {
        if (!List.of("disk", "lun").contains(DiskTarget.device(disk))) {
            throw Unsupported.because(
                    disk,
                    "a " + DiskTarget.device(disk) + " cannot be on bus virtio",
                    "Put it on bus sata, scsi or ide.");
        }
        Props props = VirtioDriver.options(
                disk, Props.of("driver", VirtioDriver.name("virtio-blk", disk.attribute("model"))));
        props.putIfSet("iothread", IoThreads.of(disk));
        props.putIfSet("ioeventfd", Nodes.flag(disk, "driver@ioeventfd"));
        props.putIfSet("event_idx", Nodes.flag(disk, "driver@event_idx"));
        props.putIfSet("num-queues", Nodes.number(disk, "driver@queues"));
        props.putIfSet("queue-size", Nodes.number(disk, "driver@queue_size"));
        return BusAddress.pci(guest, disk, props);
    }

    private static Props scsi(GuestContext guest, XmlElement disk, boolean cdrom) {
        XmlElement address = disk.element("address");
        int controller = Nodes.number(address, "@controller", 0);
        boolean lun = DiskTarget.device(disk).equals("lun");
        Props props = Props.of("driver", lun ? "scsi-block" : cdrom ? "scsi-cd" : "scsi-hd")
                .put("bus", BusAddress.controllerAlias(guest.definition(), "scsi", controller) + ".0");
        if (ScsiModels.isSingleTarget(guest.definition(), controller)) {
            props.put("scsi-id", Nodes.number(address, "@unit", 0));
        } else {
            props.put("channel", Nodes.number(address, "@bus", 0))
                    .put("scsi-id", Nodes.number(address, "@target", 0))
                    .put("lun", Nodes.number(address, "@unit", 0));
        }
        if (!lun) {
            props.put("device_id", "drive-" + guest.alias(disk));
        }
        return props;
    }

    private static Props usb(GuestContext guest, XmlElement disk) {
        if (DiskSource.isEmpty(disk)) {
            throw Unsupported.because(
                    disk, "a drive on bus usb cannot be empty", "Put a medium in, or the drive on bus sata or ide.");
        }
        Props props = BusAddress.usb(guest, disk, Props.of("driver", "usb-storage"));
        return props.put("removable", Nodes.isOn(disk, "target@removable"));
    }

    private static void addCommon(GuestContext guest, XmlElement disk, Props props) {
        String bus = DiskTarget.bus(disk);
        if (!bus.equals("fdc")) {
            props.putIfSet("bootindex", guest.bootIndex(disk));
            props.putIfSet("logical_block_size", Nodes.number(disk, "blockio@logical_block_size"));
            props.putIfSet("physical_block_size", Nodes.number(disk, "blockio@physical_block_size"));
            props.putIfSet("discard_granularity", Nodes.number(disk, "blockio@discard_granularity"));
        }
        if (Nodes.has(disk, "shareable")) {
            props.put("share-rw", true);
        }
        String serial = Nodes.text(disk, "serial");
        if (serial != null && !serial.isEmpty()) {
            props.put("serial", serial);
        }
        Boolean writeCache = DiskTarget.device(disk).equals("cdrom") ? null : DiskNodes.writeCache(disk);
        props.putSwitch("write-cache", bus.equals("fdc") ? null : writeCache);
        props.putIfSet("rotation_rate", Nodes.number(disk, "target@rotation_rate"));
        XmlElement geometry = disk.element("geometry");
        if (geometry != null) {
            props.putIfSet("cyls", Nodes.number(geometry, "@cyls"));
            props.putIfSet("heads", Nodes.number(geometry, "@heads"));
            props.putIfSet("secs", Nodes.number(geometry, "@secs"));
            props.putIfSet("bios-chs-trans", Nodes.text(geometry, "@trans"));
        }
        addNames(disk, props);
        addErrorPolicy(disk, props);
    }

    private static void addNames(XmlElement disk, Props props) {
        String wwn = Nodes.text(disk, "wwn");
        if (wwn != null) {
            if (!wwn.matches("(0x)?[0-9a-fA-F]{16}")) {
                throw XmlErrors.unacceptable(Nodes.child(disk, "wwn"), "'" + wwn + "' is not a world wide name");
            }
            props.put("wwn", new BigInteger(wwn.replaceFirst("^0x", ""), 16));
        }
        props.putIfSet("vendor", Nodes.text(disk, "vendor"));
        props.putIfSet("product", Nodes.text(disk, "product"));
    }

    private static void addErrorPolicy(XmlElement disk, Props props) {
        String write = Nodes.text(disk, "driver@error_policy");
        String read = Nodes.text(disk, "driver@rerror_policy");
        if (write != null) {
            props.put("werror", write.equals("enospace") ? "enospc" : write);
            props.putIfSet("rerror", read == null && !write.equals("enospace") ? write : read);
        } else {
            props.putIfSet("rerror", read);
        }
    }

    private static void refuseUnsupported(XmlElement disk) {
        if (Nodes.has(disk, "transient")) {
            throw Unsupported.because(
                    Nodes.child(disk, "transient"),
                    "disks that forget what was written are not supported yet",
                    "Remove <transient/>, or take a snapshot before the start.");
        }
        if (Nodes.has(disk, "mirror")) {
            throw Unsupported.because(
                    Nodes.child(disk, "mirror"), "a copy job cannot be resumed at start", "Remove <mirror>.");
        }
    }
}
