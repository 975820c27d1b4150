package org.innkeeper.driver.xen.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The domain capabilities document: what a guest of one kind can have on a Xen host. Says no more than this driver writes. */
public final class XenDomainCapabilities {
    private static final List<String> DIRECTORIES =
            List.of("/usr/lib/xen/boot", "/usr/lib/xen-default/boot", "/usr/libexec/xen/boot", "/usr/lib64/xen/boot");
    private static final List<String> EMULATORS = List.of(
            "/usr/lib/xen/bin/qemu-system-i386",
            "/usr/libexec/xen/bin/qemu-system-i386",
            "/usr/bin/qemu-system-x86_64",
            "/usr/bin/qemu-system-i386",
            "/usr/lib/xen/bin/qemu-dm",
            "/usr/lib64/xen/bin/qemu-dm");

    private final MachineKind kind;
    private final boolean xl;

    private XenDomainCapabilities(MachineKind kind, boolean xl) {
        this.kind = kind;
        this.xl = xl;
    }

    /**
     * The document.
     *
     * @param emulator what serves the guest's devices; null for the one there is
     * @param architecture of the guest
     * @param mostVcpus the most virtual CPUs
     * @param xl whether guests are made by xl, whose files have a place for more
     */
    public static XmlElement of(String emulator, MachineKind kind, String architecture, int mostVcpus, boolean xl) {
        return new XenDomainCapabilities(kind, xl).document(emulator, architecture, mostVcpus);
    }

    private boolean hvm() {
        return kind == MachineKind.XENFV;
    }

    private XmlElement document(String emulator, String architecture, int mostVcpus) {
        XmlElement root = new XmlElement("domainCapabilities");
        Optional.ofNullable(emulator)
                .or(() -> first(EMULATORS))
                .ifPresent(path -> root.add(Elements.text("path", path)));
        root.add(Elements.text("domain", "xen"));
        root.add(Elements.text("machine", kind.machine()));
        root.add(Elements.text("arch", architecture));
        root.add(Elements.of("vcpu", "max", Integer.toString(mostVcpus)));
        root.add(Elements.of("iothreads", "supported", "no"));
        root.add(system());
        XmlElement cpu = new XmlElement("cpu");
        for (String mode : List.of("host-passthrough", "maximum", "host-model", "custom")) {
            cpu.add(Elements.of("mode", "name", mode, "supported", "no"));
        }
        root.add(cpu);
        root.add(devices());
        XmlElement features = new XmlElement("features");
        for (String feature : List.of("gic", "vmcoreinfo", "genid", "sev", "sgx")) {
            features.add(supported(feature, false));
        }
        return root.add(features);
    }

    private static Optional<String> first(List<String> paths) {
        return paths.stream().filter(path -> Files.exists(Path.of(path))).findFirst();
    }

    private static XmlElement supported(String name, boolean yes) {
        return Elements.of(name, "supported", yes ? "yes" : "no");
    }

    private static XmlElement choices(String name, List<String> values) {
        XmlElement choices = Elements.of("enum", "name", name);
        values.forEach(value -> choices.add(Elements.text("value", value)));
        return choices;
    }

    private XmlElement system() {
        XmlElement loader = supported("loader", hvm());
        if (hvm()) {
            for (String name : List.of("hvmloader", "ovmf.bin")) {
                first(DIRECTORIES.stream().map(place -> place + "/" + name).toList())
                        .ifPresent(path -> loader.add(Elements.text("value", path)));
            }
            loader.add(choices("type", xl ? List.of("rom", "pflash") : List.of("rom")));
            loader.add(choices("readonly", List.of("yes")));
        }
        return supported("os", true).add(loader);
    }

    private XmlElement devices() {
        boolean screens = kind != MachineKind.XENPVH;
        XmlElement disk = supported("disk", true);
        disk.add(choices("diskDevice", List.of("disk", "cdrom")));
        disk.add(choices("bus", hvm() ? List.of("ide", "scsi", "xen") : List.of("xen")));
        disk.add(choices("model", List.of()));
        XmlElement graphics = supported("graphics", screens);
        XmlElement video = supported("video", screens);
        if (screens) {
            graphics.add(choices("type", hvm() && xl ? List.of("sdl", "vnc", "spice") : List.of("sdl", "vnc")));
            video.add(choices("modelType", hvm() ? List.of("vga", "cirrus", "xen") : List.of("xen")));
        }
        XmlElement host = supported("hostdev", screens);
        if (screens) {
            host.add(choices("mode", List.of("subsystem")));
            host.add(choices("startupPolicy", List.of("default", "mandatory", "requisite", "optional")));
            host.add(choices("subsysType", List.of("pci")));
            host.add(choices("capsType", List.of()));
            host.add(choices("pciBackend", List.of("xen")));
        }
        return new XmlElement("devices").add(disk).add(graphics).add(video).add(host);
    }
}
