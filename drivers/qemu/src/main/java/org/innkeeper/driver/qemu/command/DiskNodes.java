package org.innkeeper.driver.qemu.command;

import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.DiskTarget;
import org.innkeeper.driver.qemu.definition.Nodes;

/**
 * The two block nodes of a disk: where its data is, and what format that has. The format is always said, never guessed
 * by the emulator: a guest could write another format's header into a raw image and so reach files of the host.
 */
final class DiskNodes {
    private static final Set<String> FORMATS = Set.of(
            "raw", "qcow2", "qcow", "qed", "vmdk", "vdi", "vhdx", "vpc", "bochs", "cloop", "dmg", "parallels", "luks");
    private static final Set<String> FORMATS_WITH_BACKING = Set.of("qcow2", "qcow", "qed", "vmdk");

    private final GuestContext guest;
    private final XmlElement disk;
    private final String name;
    private String top;

    /** @param number names the nodes apart from those of other disks */
    DiskNodes(GuestContext guest, XmlElement disk, int number) {
        this.guest = guest;
        this.disk = disk;
        name = "libvirt-" + number;
        top = formatNode();
    }

    private String formatNode() {
        return name + "-format";
    }

    /** The node the guest's device reads and writes. */
    String topNode() {
        return top;
    }

    void write() {
        Props storage = DiskSource.locate(guest, disk).put("node-name", name + "-storage");
        addCache(storage);
        addAio(storage);
        guest.blockdev(storage.put("auto-read-only", true).put("discard", "unmap"));
        Props format = Props.of("node-name", formatNode()).put("read-only", isReadOnly(disk));
        String discard = Nodes.text(disk, "driver@discard");
        format.putIfSet("discard", discard);
        addDetectZeroes(format, discard);
        addCache(format);
        format.put("driver", format()).put("file", name + "-storage");
        if (canHaveBacking(format())) {
            new BackingChain(guest, disk, name).addTo(format, format());
        }
        guest.blockdev(format);
        writeFilters();
    }

    private void writeFilters() {
        if (Nodes.isOn(disk, "driver@copy_on_read")) {
            String copying = "libvirt-CoR-" + DiskTarget.name(disk);
            guest.blockdev(
                    Props.of("driver", "copy-on-read").put("node-name", copying).put("file", top));
            top = copying;
        }
        if (DiskThrottle.isWanted(disk)) {
            DiskThrottle.write(guest, disk, name + "-throttle", top);
            top = name + "-throttle";
        }
    }

    static boolean isReadOnly(XmlElement disk) {
        return Nodes.has(disk, "readonly") || DiskTarget.device(disk).equals("cdrom");
    }

    private String format() {
        return formatDriver(Nodes.child(disk, "driver"), Nodes.text(disk, "driver@type", "raw"));
    }

    /** The emulator's driver for a format. */
    static String formatDriver(XmlElement place, String format) {
        // A directory shown as a FAT disk is raw sectors above that.
        String driver = format.equals("iso") || format.equals("fat") ? "raw" : format;
        if (!FORMATS.contains(driver)) {
            throw Unsupported.value(place, "image format", format, "raw, qcow2, vmdk, vdi, vhdx, vpc, qed");
        }
        return driver;
    }

    static boolean canHaveBacking(String format) {
        return FORMATS_WITH_BACKING.contains(format);
    }

    private void addCache(Props node) {
        String cache = Nodes.text(disk, "driver@cache", "default");
        switch (cache) {
            case "default" -> {}
            case "none", "directsync" -> put(node, true, false);
            case "writeback", "writethrough" -> put(node, false, false);
            case "unsafe" -> put(node, false, true);
            default ->
                throw Unsupported.value(
                        Nodes.child(disk, "driver"),
                        "cache mode",
                        cache,
                        "default, none, writethrough, writeback, directsync, unsafe");
        }
    }

    private static void put(Props node, boolean direct, boolean noFlush) {
        node.put("cache", Props.of("direct", direct).put("no-flush", noFlush));
    }

    /** Whether the guest's writes may wait in a cache; null where nothing is said. */
    static Boolean writeCache(XmlElement disk) {
        return switch (Nodes.text(disk, "driver@cache", "default")) {
            case "default" -> null;
            case "writethrough", "directsync" -> false;
            default -> true;
        };
    }

    private void addAio(Props storage) {
        String io = Nodes.text(disk, "driver@io");
        boolean local = !Nodes.is(disk, "@type", "network") && !Nodes.is(disk, "@type", "dir");
        if (io != null && local) {
            if (io.equals("native") && !Set.of("none", "directsync").contains(Nodes.text(disk, "driver@cache", ""))) {
                throw Unsupported.because(
                        Nodes.child(disk, "driver"),
                        "io='native' works without the host's cache only",
                        "Set cache='none'.");
            }
            storage.put("aio", io);
        }
    }

    private void addDetectZeroes(Props format, String discard) {
        String detect = Nodes.text(disk, "driver@detect_zeroes");
        if (detect != null) {
            // Turning zeros into holes makes no sense where holes are not passed on.
            format.put("detect-zeroes", detect.equals("unmap") && !"unmap".equals(discard) ? "on" : detect);
        }
    }
}
