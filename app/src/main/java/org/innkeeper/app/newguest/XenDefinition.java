package org.innkeeper.app.newguest;

import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.FeatureProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** A guest of Xen: a machine with emulated devices, or one that is begun by a loader or with a kernel of the host. */
final class XenDefinition extends GuestDefinition {
    /** Finds the kernel on the guest's disk; every distribution of Xen has it on its path. */
    private static final String BOOT_LOADER = "pygrub";

    XenDefinition(GuestPlan plan) {
        super(plan);
    }

    @Override
    void write(String disk) {
        boolean firmware = plan.kind().hasFirmware();
        if (firmware) {
            machine();
        } else if (plan.kernel() == null) {
            domain.set(DomainProperties.BOOTLOADER, BOOT_LOADER);
        } else {
            kernel(plan.kernel());
        }
        run();
        if (disk != null) {
            format(disk("disk", disk, target(), plan.bus()), diskFormat());
        }
        if (plan.source() == Source.MEDIUM) {
            XmlElement drive = disk("cdrom", plan.path(), "hdc", "ide");
            DiskProperties.READ_ONLY.set(drive, true);
        }
        network(null);
        if (firmware) {
            device("serial", Map.of("type", "pty"));
        }
        device("console", Map.of("type", "pty"));
        if (firmware) {
            device("input", Map.of("type", "tablet", "bus", "usb"));
            device("graphics", Map.of("type", "vnc", "port", "-1", "listen", "127.0.0.1"));
        }
    }

    private void machine() {
        if (plan.abilities().loader() != null) {
            domain.set(OsProperties.LOADER, plan.abilities().loader());
        }
        XmlElement os = domain.root().element("os");
        if (plan.source() == Source.MEDIUM) {
            os.insert(new XmlElement("boot").setAttribute("dev", "cdrom"));
        }
        os.add(new XmlElement("boot").setAttribute("dev", "hd"));
        domain.set(FeatureProperties.ACPI, true).set(FeatureProperties.APIC, true);
        domain.set(FeatureProperties.PAE, true);
    }

    private void kernel(HostKernel kernel) {
        domain.set(OsProperties.KERNEL, kernel.path());
        if (!kernel.ramdisk().isEmpty()) {
            domain.set(OsProperties.INITRD, kernel.ramdisk());
        }
        if (!kernel.arguments().isEmpty()) {
            domain.set(OsProperties.COMMAND_LINE, kernel.arguments());
        }
    }

    private String target() {
        return switch (plan.bus()) {
            case "ide" -> "hda";
            case "scsi" -> "sda";
            default -> "xvda";
        };
    }

    /** A raw file or device needs no program of its own; QEMU serves the other formats. */
    private static void format(XmlElement disk, String format) {
        if (!format.equals("raw")) {
            DiskProperties.DRIVER_NAME.set(disk, "qemu");
            DiskProperties.DRIVER_TYPE.set(disk, format);
        }
    }
}
