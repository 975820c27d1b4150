package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Graphics cards. */
final class VideoDevices implements CommandSection {
    private static final long KIB = 1024;
    private static final long QXL_RAM_KIB = 64 * KIB;
    private static final long QXL_VGA_KIB = 16 * KIB;
    private static final Map<String, String> PRIMARY = Map.of(
            "vga", "VGA",
            "cirrus", "cirrus-vga",
            "vmvga", "vmware-svga",
            "qxl", "qxl-vga",
            "virtio", "virtio-vga",
            "bochs", "bochs-display",
            "ramfb", "ramfb");
    private static final Map<String, String> FURTHER =
            Map.of("qxl", "qxl", "virtio", "virtio-gpu-pci", "bochs", "bochs-display");

    @Override
    public void write(GuestContext guest) {
        List<XmlElement> cards = guest.definition().devices("video");
        XmlElement first = cards.stream()
                .filter(card -> Nodes.isOn(card, "model@primary"))
                .findFirst()
                .orElse(cards.isEmpty() ? null : cards.get(0));
        for (XmlElement card : cards) {
            write(guest, card, card == first);
        }
    }

    private static void write(GuestContext guest, XmlElement card, boolean primary) {
        String model = Nodes.text(card, "model@type", "");
        if (model.equals("none")) {
            return;
        }
        String driver = driver(guest, card, model, primary);
        Unsupported.requireDevice(guest, card, driver);
        Props props = Props.of("driver", driver).put("id", guest.alias(card));
        addMemory(card, model, props);
        if (model.equals("virtio")) {
            addVirtio(card, props);
        }
        addResolution(card, props);
        guest.device(BusAddress.pci(guest, card, props));
    }

    private static String driver(GuestContext guest, XmlElement card, String model, boolean primary) {
        boolean accelerated = Nodes.isOn(card, "model/acceleration@accel3d");
        if (model.equals("virtio") && primary && !guest.definition().family().isPc()) {
            return "virtio-gpu-pci";
        }
        String driver = (primary ? PRIMARY : FURTHER).get(model);
        if (driver == null) {
            throw Unsupported.value(
                    card, "video model", model, String.join(", ", (primary ? PRIMARY : FURTHER).keySet()));
        }
        return switch (accelerated ? driver : "") {
            case "virtio-vga" -> "virtio-vga-gl";
            case "virtio-gpu-pci" -> "virtio-gpu-gl-pci";
            default -> driver;
        };
    }

    private static void addMemory(XmlElement card, String model, Props props) {
        Long vram = Nodes.number(card, "model@vram");
        if (model.equals("qxl")) {
            props.put("max_outputs", Nodes.number(card, "model@heads", 1));
            props.put("ram_size", kib(card, "model@ram", QXL_RAM_KIB) * KIB);
            props.put("vram_size", kib(card, "model@vram", QXL_RAM_KIB) * KIB);
            props.put("vram64_size_mb", kib(card, "model@vram64", 0) / KIB);
            props.put("vgamem_mb", kib(card, "model@vgamem", QXL_VGA_KIB) / KIB);
        } else if (model.equals("vga") || model.equals("vmvga")) {
            props.put("vgamem_mb", Math.max(1, (vram == null ? QXL_VGA_KIB : vram) / KIB));
        } else if (model.equals("bochs")) {
            props.put("vgamem", (vram == null ? QXL_VGA_KIB : vram) * KIB);
        }
    }

    private static long kib(XmlElement card, String path, long otherwise) {
        Long value = Nodes.number(card, path);
        return value == null ? otherwise : value;
    }

    private static void addVirtio(XmlElement card, Props props) {
        props.put("max_outputs", Nodes.number(card, "model@heads", 1));
        props.putIfSet("blob", Nodes.flag(card, "model@blob"));
        VirtioDriver.options(card, props);
    }

    private static void addResolution(XmlElement card, Props props) {
        XmlElement resolution = Nodes.child(card, "model/resolution");
        if (resolution != null) {
            props.putIfSet("xres", Nodes.number(resolution, "@x"));
            props.putIfSet("yres", Nodes.number(resolution, "@y"));
        }
    }
}
