package org.innkeeper.driver.qemu.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Gives disks on IDE, SATA, SCSI and floppy buses their place, and adds the controllers such places need. */
final class DriveAddresses {
    private static final int IDE_UNITS = 2;
    private static final int IDE_DISKS = 4;
    private static final int SATA_DISKS = 6;
    private static final int FLOPPY_DISKS = 2;
    private static final int SCSI_DISKS = 15;
    private static final int SCSI_OWN_UNIT = 7;

    private final GuestDefinition guest;
    private final Map<String, XmlElement> taken = new HashMap<>();

    DriveAddresses(GuestDefinition guest) {
        this.guest = guest;
    }

    void assign() {
        for (XmlElement disk : guest.devices("disk")) {
            String bus = DiskTarget.bus(disk);
            Nodes.put(disk, "target", "bus", bus);
            if (!List.of("ide", "sata", "scsi", "fdc").contains(bus)) {
                continue;
            }
            XmlElement address = disk.element("address");
            if (address == null) {
                address = defaultAddress(disk, bus);
            } else if (!Nodes.is(address, "@type", "drive")) {
                throw XmlErrors.unsupported(address, "a disk on bus '" + bus + "' takes an address of type 'drive'");
            }
            check(disk, bus, address);
            addController(bus, Nodes.number(address, "@controller", 0), disk);
        }
    }

    private static XmlElement defaultAddress(XmlElement disk, String bus) {
        int index = DiskTarget.index(disk);
        return switch (bus) {
            case "ide" -> put(disk, index / IDE_DISKS, index % IDE_DISKS / IDE_UNITS, index % IDE_UNITS);
            case "sata" -> put(disk, index / SATA_DISKS, 0, index % SATA_DISKS);
            case "fdc" -> put(disk, index / FLOPPY_DISKS, 0, index % FLOPPY_DISKS);
            default -> {
                int unit = index % SCSI_DISKS;
                yield put(disk, index / SCSI_DISKS, 0, unit < SCSI_OWN_UNIT ? unit : unit + 1);
            }
        };
    }

    private static XmlElement put(XmlElement disk, int controller, int bus, int unit) {
        return Nodes.put(
                disk,
                "address",
                "type",
                "drive",
                "controller",
                Integer.toString(controller),
                "bus",
                Integer.toString(bus),
                "target",
                "0",
                "unit",
                Integer.toString(unit));
    }

    private void check(XmlElement disk, String bus, XmlElement address) {
        int controller = Nodes.number(address, "@controller", 0);
        int channel = Nodes.number(address, "@bus", 0);
        int target = Nodes.number(address, "@target", 0);
        int unit = Nodes.number(address, "@unit", 0);
        XmlElement other = taken.put(bus + controller + ":" + channel + ":" + target + ":" + unit, disk);
        if (other != null) {
            throw XmlErrors.unacceptable(
                    disk,
                    "disks '" + DiskTarget.name(other) + "' and '" + DiskTarget.name(disk)
                            + "' have the same address on bus " + bus);
        }
        int mostUnits =
                switch (bus) {
                    case "ide", "fdc" -> IDE_UNITS;
                    case "sata" -> SATA_DISKS;
                    default -> 1 << 14;
                };
        if (unit < 0 || unit >= mostUnits || bus.equals("ide") && channel > 1) {
            throw XmlErrors.unsupported(disk, "bus " + bus + " has no place " + channel + ":" + unit);
        }
    }

    private void addController(String type, int index, XmlElement disk) {
        boolean builtInOnly = type.equals("ide") || type.equals("fdc");
        if (builtInOnly && (index > 0 || type.equals("ide") && guest.family() != MachineFamily.I440FX)) {
            throw XmlErrors.unsupported(
                    disk,
                    "the machine type " + guest.machine().name() + " has no " + type + " controller " + index
                            + ": put the disk on bus " + (guest.family() == MachineFamily.I440FX ? "virtio" : "sata"));
        }
        for (int each = 0; each <= index; each++) {
            int wanted = each;
            boolean there = guest.controllers(type).stream()
                    .anyMatch(controller -> Nodes.number(controller, "@index", 0) == wanted);
            if (!there) {
                guest.addController(type, each, type.equals("scsi") ? modelLikeTheFirst() : null);
            }
        }
    }

    private String modelLikeTheFirst() {
        List<XmlElement> others = guest.controllers("scsi");
        return others.isEmpty()
                ? ImplicitDevices.scsiModel(guest)
                : others.get(0).attribute("model");
    }
}
