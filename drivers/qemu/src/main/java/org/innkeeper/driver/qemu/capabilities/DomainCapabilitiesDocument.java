package org.innkeeper.driver.qemu.capabilities;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.CpuModel;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.MachineType;

/**
 * The domain capabilities document: what a guest of one machine type can have. Says what the emulator has and this driver
 * writes command lines for, and no more.
 */
public final class DomainCapabilitiesDocument {
    /** Where distributions put firmware for flash. */
    private static final List<String> FIRMWARE = List.of(
            "/usr/share/OVMF/OVMF_CODE_4M.fd",
            "/usr/share/OVMF/OVMF_CODE.fd",
            "/usr/share/edk2/ovmf/OVMF_CODE.fd",
            "/usr/share/edk2/x64/OVMF_CODE.4m.fd",
            "/usr/share/qemu/edk2-x86_64-code.fd");

    private static final List<String> FIRMWARE_ARM = List.of(
            "/usr/share/AAVMF/AAVMF_CODE.fd",
            "/usr/share/edk2/aarch64/QEMU_EFI-pflash.raw",
            "/usr/share/qemu/edk2-aarch64-code.fd");

    private static final List<String> VIRTIO_MODELS =
            List.of("virtio", "virtio-transitional", "virtio-non-transitional");

    private static final List<String> HYPERV = List.of(
            "relaxed",
            "vapic",
            "spinlocks",
            "vpindex",
            "runtime",
            "synic",
            "stimer",
            "reset",
            "vendor_id",
            "frequencies",
            "reenlightenment",
            "tlbflush",
            "ipi",
            "evmcs",
            "avic");

    private final EmulatorInfo emulator;
    private final MachineType machine;
    private final String arch;
    private final Accelerator accelerator;

    /**
     * @param arch the guest's architecture under libvirt's name
     * @param accelerator what the guest runs on
     */
    public DomainCapabilitiesDocument(
            EmulatorInfo emulator, MachineType machine, String arch, Accelerator accelerator) {
        this.emulator = emulator;
        this.machine = machine;
        this.arch = arch;
        this.accelerator = accelerator;
    }

    public String write() {
        XmlElement root = new XmlElement("domainCapabilities");
        Elements.addText(root, "path", emulator.binary().toString());
        Elements.addText(root, "domain", accelerator.domainType());
        Elements.addText(root, "machine", machine.name());
        Elements.addText(root, "arch", arch);
        Elements.add(root, "vcpu", "max", Integer.toString(machine.maxCpus()));
        Elements.add(root, "iothreads", "supported", Elements.yesNo(emulator.hasDevice("iothread")));
        addOs(root);
        addCpu(root);
        XmlElement backing = Elements.add(root, "memoryBacking", "supported", "yes");
        Elements.addChoices(backing, "sourceType", known("anonymous", null, "memfd", "memory-backend-memfd"));
        addDevices(root);
        addFeatures(root);
        return XmlDocument.of(root).toText();
    }

    private void addOs(XmlElement root) {
        XmlElement os = Elements.add(root, "os", "supported", "yes");
        Elements.addChoices(os, "firmware", emulator.isX86() ? List.of("bios") : List.of());
        XmlElement loader = Elements.add(os, "loader", "supported", "yes");
        List<String> images =
                emulator.isX86() ? FIRMWARE : emulator.arch().equals("aarch64") ? FIRMWARE_ARM : List.of();
        images.stream()
                .filter(image -> Files.isRegularFile(Path.of(image)))
                .forEach(image -> Elements.addText(loader, "value", image));
        Elements.addChoices(loader, "type", List.of("rom", "pflash"));
        Elements.addChoices(loader, "readonly", List.of("yes", "no"));
        Elements.addChoices(loader, "secure", emulator.isX86() ? List.of("no", "yes") : List.of("no"));
    }

    private void addCpu(XmlElement root) {
        XmlElement cpu = Elements.add(root, "cpu");
        boolean virtualized = accelerator != Accelerator.TCG;
        addMode(cpu, "host-passthrough", "hostPassthroughMigratable", virtualized);
        addMode(cpu, "maximum", "maximumMigratable", true);
        Elements.add(cpu, "mode", "name", "host-model", "supported", "yes");
        XmlElement custom = Elements.add(cpu, "mode", "name", "custom", "supported", "yes");
        for (CpuModel model : emulator.cpuModels()) {
            boolean special = Set.of("host", "max", "base").contains(model.name());
            boolean versioned = model.name().matches(".*-v\\d+");
            if (!special && !versioned) {
                XmlElement element =
                        Elements.add(custom, "model", "usable", Elements.yesNo(model.isUsable()), "vendor", "unknown");
                element.setText(model.name());
                if (model.deprecated()) {
                    element.setAttribute("deprecated", "yes");
                }
            }
        }
    }

    private static void addMode(XmlElement cpu, String name, String choices, boolean supported) {
        XmlElement mode = Elements.add(cpu, "mode", "name", name, "supported", Elements.yesNo(supported));
        if (supported) {
            Elements.addChoices(mode, choices, List.of("on", "off"));
        }
    }

    private void addDevices(XmlElement root) {
        XmlElement devices = Elements.add(root, "devices");
        boolean q35 = machine.name().contains("q35");
        boolean pc = machine.name().startsWith("pc-i440fx");

        XmlElement disk = Elements.add(devices, "disk", "supported", "yes");
        Elements.addChoices(disk, "diskDevice", List.of("disk", "cdrom", "floppy", "lun"));
        List<String> buses = new ArrayList<>();
        if (pc) {
            buses.add("ide");
        }
        if (pc || q35) {
            buses.add("fdc");
        }
        buses.addAll(known("scsi", "scsi-hd", "virtio", "virtio-blk-pci", "usb", "usb-storage", "sata", "ahci"));
        Elements.addChoices(disk, "bus", buses);
        Elements.addChoices(disk, "model", VIRTIO_MODELS);

        XmlElement graphics = Elements.add(devices, "graphics", "supported", "yes");
        List<String> screens = new ArrayList<>(List.of("vnc"));
        if (emulator.hasOption("spice")) {
            screens.add("spice");
        }
        screens.add("egl-headless");
        Elements.addChoices(graphics, "type", screens);

        XmlElement video = Elements.add(devices, "video", "supported", "yes");
        List<String> cards = new ArrayList<>();
        if (emulator.isX86()) {
            cards.addAll(known("vga", "VGA", "cirrus", "cirrus-vga", "vmvga", "vmware-svga", "qxl", "qxl-vga"));
        }
        cards.addAll(known("virtio", "virtio-gpu-pci", "none", null, "bochs", "bochs-display", "ramfb", "ramfb"));
        Elements.addChoices(video, "modelType", cards);

        XmlElement host = Elements.add(devices, "hostdev", "supported", "yes");
        Elements.addChoices(host, "mode", List.of("subsystem"));
        Elements.addChoices(host, "startupPolicy", List.of("default"));
        Elements.addChoices(host, "subsysType", known("usb", "usb-host"));
        Elements.addChoices(host, "capsType", List.of());
        Elements.addChoices(host, "pciBackend", List.of());

        XmlElement random =
                Elements.add(devices, "rng", "supported", Elements.yesNo(emulator.hasDevice("virtio-rng-pci")));
        Elements.addChoices(random, "model", VIRTIO_MODELS);
        Elements.addChoices(
                random, "backendModel", known("random", "rng-random", "egd", "rng-egd", "builtin", "rng-builtin"));

        XmlElement filesystem =
                Elements.add(devices, "filesystem", "supported", Elements.yesNo(emulator.hasDevice("virtio-9p-pci")));
        Elements.addChoices(filesystem, "driverType", known("path", "virtio-9p-pci"));
        Elements.add(devices, "tpm", "supported", "no");
        XmlElement redirection =
                Elements.add(devices, "redirdev", "supported", Elements.yesNo(emulator.hasDevice("usb-redir")));
        Elements.addChoices(redirection, "bus", known("usb", "usb-redir"));
        XmlElement channel = Elements.add(devices, "channel", "supported", "yes");
        Elements.addChoices(
                channel,
                "type",
                emulator.hasOption("spice") ? List.of("pty", "unix", "spicevmc") : List.of("pty", "unix"));
    }

    /** Those names, of pairs of name and device, whose device the emulator has; no device means always. */
    private List<String> known(String... namesAndDevices) {
        return Stream.iterate(0, i -> i < namesAndDevices.length, i -> i + 2)
                .filter(i -> namesAndDevices[i + 1] == null || emulator.hasDevice(namesAndDevices[i + 1]))
                .map(i -> namesAndDevices[i])
                .collect(Collectors.toList());
    }

    private void addFeatures(XmlElement root) {
        XmlElement features = Elements.add(root, "features");
        Elements.add(features, "gic", "supported", "no");
        Elements.add(features, "vmcoreinfo", "supported", "no");
        Elements.add(features, "genid", "supported", Elements.yesNo(emulator.hasDevice("vmgenid")));
        Elements.add(features, "backingStoreInput", "supported", "no");
        Elements.add(features, "backup", "supported", "no");
        Elements.add(features, "sev", "supported", "no");
        if (emulator.isX86()) {
            XmlElement hyperv = Elements.add(features, "hyperv", "supported", "yes");
            Elements.addChoices(hyperv, "features", HYPERV);
        }
    }
}
