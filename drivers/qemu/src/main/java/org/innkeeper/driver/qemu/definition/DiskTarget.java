package org.innkeeper.driver.qemu.definition;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What the {@code target} of a disk says: its bus, and its number by the letters of its name. */
public final class DiskTarget {
    private static final int MOST_LETTERS = 3;

    private DiskTarget() {}

    /** The bus, told by the name where it is not said. */
    public static String bus(XmlElement disk) {
        String bus = Nodes.text(disk, "target@bus");
        if (bus != null) {
            return bus;
        }
        String name = name(disk);
        if (name.startsWith("vd")) {
            return "virtio";
        }
        if (name.startsWith("sd")) {
            return "scsi";
        }
        return name.startsWith("fd") ? "fdc" : "ide";
    }

    public static String name(XmlElement disk) {
        String name = Nodes.text(disk, "target@dev");
        if (name == null || name.isEmpty()) {
            throw XmlErrors.unacceptable(disk, "the disk has no target dev");
        }
        return name;
    }

    /** 0 for {@code hda}, 25 for {@code hdz}, 26 for {@code hdaa}. */
    public static int index(XmlElement disk) {
        String name = name(disk);
        int at = name.startsWith("xvd") ? 3 : 2;
        int letters = 0;
        int index = 0;
        while (at < name.length() && Character.isLowerCase(name.charAt(at))) {
            index = index * 26 + name.charAt(at++) - 'a' + 1;
            letters++;
        }
        if (letters == 0 || letters > MOST_LETTERS) {
            throw XmlErrors.unacceptable(Nodes.nearest(disk, "target"), "'" + name + "' is not the name of a disk");
        }
        return index - 1;
    }

    /** {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}. */
    public static String device(XmlElement disk) {
        return Nodes.text(disk, "@device", "disk");
    }
}
