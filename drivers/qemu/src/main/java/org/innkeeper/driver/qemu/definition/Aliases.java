package org.innkeeper.driver.qemu.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Gives each device the name under which the emulator knows it: libvirt's, or the user's own ({@code ua-…}). */
final class Aliases {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("interface", "net"),
            Map.entry("serial", "serial"),
            Map.entry("parallel", "parallel"),
            Map.entry("channel", "channel"),
            Map.entry("console", "console"),
            Map.entry("input", "input"),
            Map.entry("video", "video"),
            Map.entry("sound", "sound"),
            Map.entry("watchdog", "watchdog"),
            Map.entry("memballoon", "balloon"),
            Map.entry("rng", "rng"),
            Map.entry("hub", "hub"),
            Map.entry("redirdev", "redir"),
            Map.entry("hostdev", "hostdev"),
            Map.entry("smartcard", "smartcard"),
            Map.entry("filesystem", "fs"),
            Map.entry("tpm", "tpm"),
            Map.entry("vsock", "vsock"),
            Map.entry("panic", "panic"),
            Map.entry("audio", "audio"));

    private final GuestDefinition guest;
    private final Set<String> taken = new HashSet<>();

    Aliases(GuestDefinition guest) {
        this.guest = guest;
    }

    void assign() {
        guest.devices("controller").forEach(controller -> set(controller, ofController(controller)));
        guest.devices("disk").forEach(disk -> set(disk, ofDisk(disk)));
        PREFIXES.forEach(this::assignByPlace);
    }

    private void assignByPlace(String kind, String prefix) {
        List<XmlElement> devices = guest.devices(kind);
        for (int i = 0; i < devices.size(); i++) {
            set(devices.get(i), prefix + i);
        }
    }

    private void set(XmlElement device, String alias) {
        String own = Nodes.text(device, "alias@name");
        String chosen = own != null && own.startsWith("ua-") ? own : alias;
        boolean companion = UsbCompanions.isMember(device);
        if (!companion && !taken.add(chosen)) {
            throw XmlErrors.unacceptable(device, "two devices would have the alias '" + chosen + "'");
        }
        Nodes.put(device, "alias", "name", chosen);
    }

    private String ofController(XmlElement controller) {
        int index = Nodes.number(controller, "@index", 0);
        String type = Nodes.text(controller, "@type", "");
        boolean builtIn = index == 0
                && (type.equals("ide") && guest.family() == MachineFamily.I440FX
                        || type.equals("sata") && guest.family() == MachineFamily.Q35);
        if (builtIn) {
            return "ide";
        }
        return switch (type) {
            case "pci" -> Nodes.is(controller, "@model", "pcie-root") ? "pcie." + index : "pci." + index;
            case "usb" -> index == 0 ? "usb" : "usb" + index;
            default -> type + index;
        };
    }

    private String ofDisk(XmlElement disk) {
        String bus = DiskTarget.bus(disk);
        if (!Nodes.is(disk, "address@type", "drive")) {
            return (bus.equals("virtio") ? "virtio-disk" : bus + "-disk") + DiskTarget.index(disk);
        }
        XmlElement address = disk.element("address");
        int controller = Nodes.number(address, "@controller", 0);
        int channel = Nodes.number(address, "@bus", 0);
        int target = Nodes.number(address, "@target", 0);
        int unit = Nodes.number(address, "@unit", 0);
        return bus.equals("scsi") && !ScsiModels.isSingleTarget(guest, controller)
                ? bus + controller + "-" + channel + "-" + target + "-" + unit
                : bus + controller + "-" + channel + "-" + unit;
    }
}
