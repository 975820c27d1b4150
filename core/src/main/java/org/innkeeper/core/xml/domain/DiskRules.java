package org.innkeeper.core.xml.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** A disk has a place in the guest that is its own and fits its bus and kind. */
final class DiskRules {
    /** The prefixes of target names that say which bus is meant. */
    private static final Map<String, String> BUS_OF_PREFIX =
            Map.of("hd", "ide", "sd", "scsi", "vd", "virtio", "xvd", "xen", "fd", "fdc", "ubd", "uml");

    private static final int VENDOR_LENGTH = 8;
    private static final int PRODUCT_LENGTH = 16;

    private DiskRules() {}

    static void check(DomainDocument domain) {
        Set<String> targets = new HashSet<>();
        for (XmlElement disk : domain.devices("disk")) {
            String target = checkTarget(disk);
            if (!targets.add(target)) {
                throw XmlErrors.unacceptable(disk, "the target '" + target + "' is used by two disks");
            }
            checkBus(disk, target);
            checkKind(disk);
            checkNames(disk);
        }
    }

    private static String checkTarget(XmlElement disk) {
        String target = DiskProperties.TARGET.get(disk).orElse("").strip();
        if (target.isEmpty()) {
            String source = DiskProperties.SOURCE_FILE
                    .get(disk)
                    .or(() -> DiskProperties.SOURCE_DEVICE.get(disk))
                    .orElse("");
            throw XmlErrors.unacceptable(disk, "the <target> is missing" + (source.isEmpty() ? "" : " for " + source));
        }
        if (target.startsWith("/") || target.chars().anyMatch(Character::isWhitespace)) {
            throw XmlErrors.unacceptable(disk, "'" + target + "' is no name of a disk in the guest");
        }
        return target;
    }

    /** The bus that the disk is on: the one that is named, or the one its target's name means. */
    static String bus(XmlElement disk) {
        return DiskProperties.BUS.get(disk).orElseGet(() -> {
            String target = DiskProperties.TARGET.get(disk).orElse("");
            String prefix = target.replaceFirst("[a-z][0-9]*$", "");
            boolean floppy = DiskProperties.DEVICE.get(disk).orElse("").equals("floppy");
            return floppy ? "fdc" : BUS_OF_PREFIX.getOrDefault(prefix, "ide");
        });
    }

    private static void checkBus(XmlElement disk, String target) {
        String bus = bus(disk);
        String device = DiskProperties.DEVICE.get(disk).orElse("disk");
        boolean floppy = device.equals("floppy");
        if (floppy != bus.equals("fdc") && DiskProperties.BUS.get(disk).isPresent()) {
            throw XmlErrors.unsupported(
                    disk, "a " + device + " cannot be on the bus '" + bus + "'; only floppies are on the bus 'fdc'");
        }
        if (device.equals("cdrom") && bus.equals("virtio")) {
            throw XmlErrors.unsupported(disk, "a cdrom cannot be on the bus 'virtio'");
        }
        // Only Xen guests of old have disks that are partitions.
        boolean named = DiskProperties.BUS.get(disk).isPresent();
        if (named && !bus.equals("xen") && target.matches("(hd|sd|vd|fd|ubd)[a-z]+[0-9]+")) {
            throw XmlErrors.unsupported(disk, "the target '" + target + "' is a partition, but disks are whole");
        }
        if (DiskProperties.QUEUES.get(disk).isPresent() && !bus.equals("virtio")) {
            throw XmlErrors.unsupported(disk, "'queues' is only for the bus 'virtio'");
        }
        if (DiskProperties.IO_THREAD.get(disk).isPresent() && !bus.equals("virtio") && !bus.equals("xen")) {
            throw XmlErrors.unsupported(disk, "an 'iothread' is only for the bus 'virtio'");
        }
        if (DiskProperties.REMOVABLE.get(disk).isPresent()
                && !List.of("usb", "scsi").contains(bus)) {
            throw XmlErrors.unsupported(disk, "'removable' is only for the buses 'usb' and 'scsi'");
        }
        if (DiskProperties.ROTATION_RATE.get(disk).isPresent()
                && !List.of("scsi", "ide", "sata").contains(bus)) {
            throw XmlErrors.unsupported(disk, "'rotation_rate' is only for the buses 'scsi', 'ide' and 'sata'");
        }
        if (DiskProperties.MODEL.get(disk).isPresent() && !bus.equals("virtio")) {
            throw XmlErrors.unsupported(disk, "'model' is only for the bus 'virtio'");
        }
    }

    private static void checkKind(XmlElement disk) {
        String device = DiskProperties.DEVICE.get(disk).orElse("disk");
        boolean removableMedium = device.equals("cdrom") || device.equals("floppy");
        if (DiskProperties.TRAY.get(disk).isPresent() && !removableMedium) {
            throw XmlErrors.unacceptable(disk, "a 'tray' is only for removable media (cdrom or floppy)");
        }
        boolean lun = device.equals("lun");
        if (lun
                && !List.of("block", "network", "volume")
                        .contains(DiskProperties.TYPE.get(disk).orElse("file"))) {
            throw XmlErrors.unsupported(disk, "a disk of device 'lun' must be of type block, network or volume");
        }
        if (lun && !List.of("virtio", "scsi").contains(bus(disk))) {
            throw XmlErrors.unsupported(disk, "a disk of device 'lun' must be on the bus 'virtio' or 'scsi'");
        }
        if (!lun
                && (DiskProperties.RAW_IO.get(disk).isPresent()
                        || DiskProperties.SG_IO.get(disk).isPresent())) {
            throw XmlErrors.unsupported(disk, "'rawio' and 'sgio' are only for disks of device 'lun'");
        }
        if (DiskProperties.COPY_ON_READ.get(disk).orElse(false) && disk.element("readonly") != null) {
            throw XmlErrors.unsupported(disk, "'copy_on_read' cannot be on for a read-only disk");
        }
        String policy = DiskProperties.ERROR_POLICY.get(disk).orElse("");
        boolean enospace = policy.equals("enospace");
        if (enospace
                && "enospace".equals(DiskProperties.READ_ERROR_POLICY.get(disk).orElse(""))) {
            throw XmlErrors.unsupported(disk, "'enospace' is no policy for errors of reading");
        }
    }

    private static void checkNames(XmlElement disk) {
        String wwn = DiskProperties.WWN.get(disk).orElse(null);
        if (wwn != null && !wwn.strip().matches("[0-9A-Fa-f]{16}")) {
            throw XmlErrors.unacceptable(disk.element("wwn"), "'" + wwn.strip() + "' is not 16 hexadecimal digits");
        }
        String bus = bus(disk);
        if (wwn != null && !List.of("ide", "scsi", "sata").contains(bus)) {
            throw XmlErrors.unsupported(disk.element("wwn"), "only disks on 'ide', 'sata' and 'scsi' have a <wwn>");
        }
        boolean named = disk.element("vendor") != null || disk.element("product") != null;
        if (named && !bus.equals("scsi")) {
            throw XmlErrors.unsupported(disk, "only disks on the bus 'scsi' have <vendor> and <product>");
        }
        checkInquiry(disk.element("vendor"), VENDOR_LENGTH);
        checkInquiry(disk.element("product"), PRODUCT_LENGTH);
        String serial = DiskProperties.SERIAL.get(disk).orElse("");
        if (!serial.matches("[A-Za-z0-9_ .+:/-]*")) {
            throw XmlErrors.unacceptable(
                    disk.element("serial"), "'" + serial + "' has characters no serial number has");
        }
    }

    private static void checkInquiry(XmlElement element, int length) {
        if (element != null && !element.text().strip().matches("[\\x20-\\x7e]{1," + length + "}")) {
            throw XmlErrors.unacceptable(element, "the name must be at most " + length + " printable characters");
        }
    }
}
