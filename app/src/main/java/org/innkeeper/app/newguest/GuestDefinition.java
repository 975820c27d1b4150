package org.innkeeper.app.newguest;

import java.util.Locale;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.CpuProperties;
import org.innkeeper.core.xml.domain.DeviceProperties;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.FeatureProperties;
import org.innkeeper.core.xml.domain.InterfaceProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** Writes the definition of a new guest: modern devices, and nothing that listens on a network. */
final class GuestDefinition {
    private final DomainDocument domain = DomainDocument.read("<domain>\n</domain>\n");
    private final GuestPlan plan;

    private GuestDefinition(GuestPlan plan) {
        this.plan = plan;
    }

    /** @param disk the path of the disk that was made, or null */
    static String of(GuestPlan plan, String disk) {
        GuestDefinition definition = new GuestDefinition(plan);
        definition.machine();
        definition.devices(disk);
        return definition.domain.toText();
    }

    private void machine() {
        domain.set(DomainProperties.TYPE, plan.type())
                .set(DomainProperties.NAME, plan.name())
                .set(DomainProperties.MEMORY, plan.memoryKiB())
                .set(DomainProperties.CURRENT_MEMORY, plan.memoryKiB())
                .set(DomainProperties.VCPUS, plan.vcpus())
                .set(OsProperties.TYPE, "hvm")
                .set(OsProperties.ARCHITECTURE, plan.arch());
        if (plan.machine() != null) {
            domain.set(OsProperties.MACHINE, plan.machine());
        }
        if (plan.firmware() != null) {
            domain.set(OsProperties.FIRMWARE, plan.firmware());
        }
        if (isX86()) {
            domain.set(FeatureProperties.ACPI, true).set(FeatureProperties.APIC, true);
        }
        if (plan.type().equals("kvm")) {
            domain.set(CpuProperties.MODE, "host-passthrough");
        }
        domain.set(DomainProperties.ON_POWEROFF, "destroy")
                .set(DomainProperties.ON_REBOOT, "restart")
                .set(DomainProperties.ON_CRASH, "destroy");
        if (plan.emulator() != null) {
            domain.set(DomainProperties.EMULATOR, plan.emulator());
        }
    }

    private boolean isX86() {
        return plan.arch().equals("x86_64") || plan.arch().equals("i686");
    }

    private void devices(String disk) {
        int order = 1;
        if (plan.source() == Source.MEDIUM) {
            order = 2;
        }
        String path = plan.source() == Source.IMAGE ? plan.path() : disk;
        if (path != null) {
            String format = plan.source() == Source.IMAGE ? plan.imageFormat() : "qcow2";
            disk("disk", path, format, plan.bus().equals("virtio") ? "vda" : "sda", plan.bus(), order);
        }
        if (plan.source() == Source.MEDIUM) {
            String bus = plan.mediumBus();
            XmlElement medium = disk("cdrom", plan.path(), "raw", bus.equals("ide") ? "hdc" : "sdc", bus, 1);
            DiskProperties.READ_ONLY.set(medium, true);
        }
        network();
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

    private void network() {
        if (plan.network().kind() == NetworkChoice.Kind.NONE) {
            return;
        }
        XmlElement card = device("interface", Map.of());
        InterfaceProperties.TYPE.set(card, plan.network().kind().name().toLowerCase(Locale.ROOT));
        switch (plan.network().kind()) {
            case NETWORK ->
                InterfaceProperties.SOURCE_NETWORK.set(card, plan.network().source());
            case BRIDGE ->
                InterfaceProperties.SOURCE_BRIDGE.set(card, plan.network().source());
            default -> {
                // The process of the guest needs to know nothing more.
            }
        }
        InterfaceProperties.MODEL.set(card, "virtio");
    }

    private XmlElement disk(String kind, String path, String format, String target, String bus, int order) {
        XmlElement disk = device("disk", Map.of());
        boolean block = path.startsWith("/dev/");
        DiskProperties.TYPE.set(disk, block ? "block" : "file");
        DiskProperties.DEVICE.set(disk, kind);
        DiskProperties.DRIVER_NAME.set(disk, "qemu");
        DiskProperties.DRIVER_TYPE.set(disk, format);
        (block ? DiskProperties.SOURCE_DEVICE : DiskProperties.SOURCE_FILE).set(disk, path);
        DiskProperties.TARGET.set(disk, target);
        DiskProperties.BUS.set(disk, bus);
        DeviceProperties.BOOT_ORDER.set(disk, order);
        return disk;
    }

    private XmlElement device(String kind, Map<String, String> attributes) {
        XmlElement device = domain.addDevice(new XmlElement(kind));
        attributes.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> device.setAttribute(entry.getKey(), entry.getValue()));
        return device;
    }
}
