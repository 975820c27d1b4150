package org.innkeeper.driver.xen.definition;

import java.util.Map;
import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/**
 * A disk as Xen sees it.
 *
 * @param device disk, cdrom or floppy
 * @param origin file, block or network; null where nothing was said
 * @param driver Xen's back end: phy, file, tap, tap2, qemu; null where nothing was said
 * @param format the format of the image in libvirt's words, or null
 * @param source the path, for a network disk the whole name that Xen is given; null for an empty drive
 * @param target the name in the guest, without prefix
 * @param backEnd the domain that serves it, null for Domain-0
 */
public record GuestDisk(
        String device,
        String origin,
        String driver,
        String format,
        String source,
        String target,
        boolean readOnly,
        boolean shared,
        String backEnd) {
    private static final String EMULATED = "ioemu:";
    /** The buses of a fully virtualised guest by the beginning of names; all others are disks on IDE. */
    private static final Map<String, String> BUSES = Map.of("sd", "scsi", "xvd", "xen", "fd", "fdc");

    public GuestDisk {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(target, "target");
    }

    /** A disk that Domain-0 serves. */
    public GuestDisk(
            String device,
            String origin,
            String driver,
            String format,
            String source,
            String target,
            boolean readOnly,
            boolean shared) {
        this(device, origin, driver, format, source, target, readOnly, shared, null);
    }

    /** The same disk, served by the domain that Xen's tools name; null and Domain-0 for no other. */
    public GuestDisk servedBy(String domain) {
        return new GuestDisk(
                device, origin, driver, format, source, target, readOnly, shared, BackEndDomain.named(domain));
    }

    /** The disk that an element describes. */
    public static GuestDisk of(XmlElement disk) {
        String origin = disk.attribute("type");
        String device = Objects.requireNonNullElse(disk.attribute("device"), "disk");
        String target = Elements.attributeAt(disk, "target", "dev");
        if (target == null) {
            throw XenErrors.unsupported("A disk without a target device cannot be given to Xen");
        }
        return new GuestDisk(
                device,
                origin,
                Elements.attributeAt(disk, "driver", "name"),
                Elements.attributeAt(disk, "driver", "type"),
                source(disk, origin),
                plainTarget(target),
                disk.element("readonly") != null || device.equals("cdrom"),
                disk.element("shareable") != null,
                BackEndDomain.of(disk));
    }

    private static String source(XmlElement disk, String origin) {
        if ("network".equals(origin)) {
            return RbdSource.name(disk.element("source"));
        }
        String attribute = "block".equals(origin) ? "dev" : "file";
        return Elements.attributeAt(disk, "source", attribute);
    }

    /** The name in the guest without the mark of Xen 3.0.2 for emulated disks. */
    public static String plainTarget(String target) {
        return target.startsWith(EMULATED) ? target.substring(EMULATED.length()) : target;
    }

    public boolean isCdrom() {
        return device.equals("cdrom");
    }

    public boolean isFloppy() {
        return device.equals("floppy");
    }

    /** The disk's bus: that of its name, or always Xen's own in a paravirtualised guest. */
    public String bus(boolean hvm) {
        if (!hvm) {
            return "xen";
        }
        return BUSES.entrySet().stream()
                .filter(bus -> target.startsWith(bus.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("ide");
    }

    /** The number of the disk on its bus from 0 that the letters of its target tell, -1 where they tell none. */
    public int index() {
        String name = target.replaceFirst("^(hd|sd|xvd|vd|fd|ubd)", "").replaceFirst("[:0-9].*$", "");
        int number = 0;
        for (char letter : name.toCharArray()) {
            if (letter < 'a' || letter > 'z' || number > 26 * 26) {
                return -1;
            }
            number = number * 26 + letter - 'a' + 1;
        }
        return number - 1;
    }

    /** The element of this disk. */
    XmlElement toXml(Dialect dialect, boolean hvm) {
        XmlElement disk = Elements.of("disk", "type", origin, "device", device);
        if (driver != null) {
            disk.add(Elements.of("driver", "name", driver, "type", format));
        }
        if ("network".equals(origin)) {
            disk.add(RbdSource.element(source));
        } else if (source != null) {
            disk.add(Elements.of("source", "block".equals(origin) ? "dev" : "file", source));
        }
        if (dialect == Dialect.LIBVIRT_3) {
            disk.add(new XmlElement("backingStore"));
        }
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        disk.add(Elements.of("target", "dev", target, "bus", bare ? null : bus(hvm)));
        BackEndDomain.add(disk, backEnd);
        if (readOnly) {
            disk.add(new XmlElement("readonly"));
        }
        if (shared) {
            disk.add(new XmlElement("shareable"));
        }
        if (dialect.isFrom(Dialect.LIBVIRT_3)) {
            addAddress(disk, hvm);
        }
        return disk;
    }

    private void addAddress(XmlElement disk, boolean hvm) {
        int number = index();
        int perController =
                switch (bus(hvm)) {
                    case "ide" -> 4;
                    case "scsi" -> 7;
                    case "fdc" -> 2;
                    default -> 0;
                };
        if (perController == 0 || number < 0) {
            return;
        }
        int place = number % perController;
        boolean ide = perController == 4;
        disk.add(Elements.of(
                "address",
                "type",
                "drive",
                "controller",
                Integer.toString(number / perController),
                "bus",
                Integer.toString(ide ? place / 2 : 0),
                "target",
                "0",
                "unit",
                Integer.toString(ide ? place % 2 : place)));
    }
}
