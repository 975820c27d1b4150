package org.innkeeper.app.newguest;

import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.CpuProperties;
import org.innkeeper.core.xml.domain.DeviceProperties;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.FeatureProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** A machine that QEMU runs: modern devices, and nothing that listens on a network. */
final class MachineDefinition extends GuestDefinition {
    MachineDefinition(GuestPlan plan) {
        super(plan);
    }

    @Override
    void write(String disk) {
        if (plan.firmware() != null) {
            domain.set(OsProperties.FIRMWARE, plan.firmware());
        }
        if (isX86()) {
            domain.set(FeatureProperties.ACPI, true).set(FeatureProperties.APIC, true);
        }
        if (plan.type().equals("kvm")) {
            domain.set(CpuProperties.MODE, "host-passthrough");
        }
        run();
        disks(disk);
        network("virtio");
        device("serial", Map.of("type", "pty"));
        device("console", Map.of("type", "pty"));
        device("input", Map.of("type", "tablet", "bus", "usb"));
        XmlElement screen = device("graphics", Map.of("type", "vnc"));
        screen.insert(new XmlElement("listen").setAttribute("type", "socket"));
        XmlElement video = device("video", Map.of());
        video.insert(new XmlElement("model").setAttribute("type", "virtio"));
        device("memballoon", Map.of("model", "virtio"));
        XmlElement random = device("rng", Map.of("model", "virtio"));
        random.insert(new XmlElement("backend").setAttribute("model", "random").setText("/dev/urandom"));
    }

    private void disks(String path) {
        boolean medium = plan.source() == Source.MEDIUM;
        if (path != null) {
            String target = plan.bus().equals("virtio") ? "vda" : "sda";
            dress(disk("disk", path, target, plan.bus()), diskFormat(), medium ? 2 : 1);
        }
        if (medium) {
            String bus = plan.mediumBus();
            XmlElement drive = disk("cdrom", plan.path(), bus.equals("ide") ? "hdc" : "sdc", bus);
            dress(drive, "raw", 1);
            DiskProperties.READ_ONLY.set(drive, true);
        }
    }

    private static void dress(XmlElement disk, String format, int order) {
        DiskProperties.DRIVER_NAME.set(disk, "qemu");
        DiskProperties.DRIVER_TYPE.set(disk, format);
        DeviceProperties.BOOT_ORDER.set(disk, order);
    }
}
