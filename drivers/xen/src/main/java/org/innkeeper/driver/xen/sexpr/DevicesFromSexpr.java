package org.innkeeper.driver.xen.sexpr;

import java.util.List;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainXml;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestGraphics;
import org.innkeeper.driver.xen.definition.GuestInterface;
import org.innkeeper.driver.xen.definition.PciFunction;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The devices in what xend tells about a domain. */
final class DevicesFromSexpr {
    private static final String CDROM = ":cdrom";
    private static final String DISK = ":disk";

    private final Sexpr.Items domain;
    private final Sexpr.Items image;
    private final DomainXml xml;
    private final XendVersion version;
    private final int id;
    private int interfaces;
    private boolean hasGraphics;

    /** @param id the domain's id, -1 for an inactive one */
    DevicesFromSexpr(Sexpr.Items domain, Sexpr.Items image, DomainXml xml, XendVersion version, int id) {
        this.domain = domain;
        this.image = image;
        this.xml = xml;
        this.version = version;
        this.id = id;
    }

    void add() {
        for (Sexpr.Items entry : domain.items("device")) {
            if (entry.values().size() > 1 && entry.values().get(1) instanceof Sexpr.Items device) {
                switch (device.name()) {
                    case "vbd", "tap", "tap2" -> addDisk(device);
                    case "vif" -> addInterface(device);
                    case "vfb" -> addScreen(device, filled(device.text("type")));
                    case "pci" -> device.items("dev").forEach(this::addPci);
                    default -> {
                        // Keyboards, consoles and the like come with every guest and are no part of a definition.
                    }
                }
            }
        }
        if (image != null) {
            addImageDisks();
            if (!hasGraphics) {
                addScreen(image, null);
            }
        }
    }

    private static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private void addDisk(Sexpr.Items device) {
        String name = filled(device.text("dev"));
        if (name == null) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells of a disk without a name");
        }
        String target = GuestDisk.plainTarget(name);
        boolean cdrom = target.endsWith(CDROM);
        boolean keepsSuffix =
                xml.dialect() == Dialect.LIBVIRT_0_3 && !version.isFrom(XendVersion.XEN_3_0_3) && target.endsWith(DISK);
        int colon = target.lastIndexOf(':');
        if (colon >= 0 && !keepsSuffix) {
            target = target.substring(0, colon);
        }
        String mode = device.text("mode");
        String source = filled(device.text("uname"));
        if (source == null && !cdrom) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells of a disk " + target + " without a source");
        }
        GuestDisk disk = disk(source, target, cdrom, cdrom || "r".equals(mode), mode != null && mode.endsWith("!"));
        xml.disk(disk.servedBy(filled(device.text("backend"))));
    }

    private GuestDisk disk(String source, String target, boolean cdrom, boolean readOnly, boolean shared) {
        String device = cdrom ? "cdrom" : target.startsWith("fd") ? "floppy" : "disk";
        if (source == null) {
            String origin = xml.dialect() == Dialect.LIBVIRT_0_3 ? null : "file";
            return new GuestDisk(device, origin, null, null, null, target, readOnly, shared);
        }
        int colon = source.indexOf(':');
        String driver = colon < 0 ? null : source.substring(0, colon);
        String path = source.substring(colon + 1);
        String format = null;
        if (driver != null && driver.startsWith("tap")) {
            int end = path.indexOf(':');
            if (end < 0) {
                throw XenErrors.malformed(
                        ErrorOrigin.XEND, "xend tells the disk source '" + source + "' without a format");
            }
            format = path.substring(0, end);
            path = path.substring(end + 1);
            if (format.equals("aio") && xml.dialect().isFrom(Dialect.LIBVIRT_3)) {
                format = "raw";
            }
        }
        String origin = "phy".equals(driver) ? "block" : "file";
        return new GuestDisk(device, origin, driver, format, path, target, readOnly, shared);
    }

    private void addImageDisks() {
        addImageDisk("cdrom", "cdrom", "hdc");
        for (String floppy : List.of("fda", "fdb")) {
            addImageDisk("floppy", floppy, floppy);
        }
    }

    private void addImageDisk(String device, String name, String target) {
        String source = xml.isHvm() ? filled(image.text(name)) : null;
        if (source != null) {
            boolean cdrom = device.equals("cdrom");
            xml.disk(new GuestDisk(device, "file", "file", null, source, target, cdrom, false));
        }
    }

    private void addInterface(Sexpr.Items device) {
        String script = filled(device.text("script"));
        String bridge = filled(device.text("bridge"));
        String name = filled(device.text("vifname"));
        int number = interfaces++;
        if (name == null && id >= 0) {
            name = "vif" + id + "." + number;
        }
        String model = filled(device.text("model"));
        if (model == null && "netfront".equals(device.text("type"))) {
            model = "netfront";
        }
        xml.networkInterface(GuestInterface.ofTools(
                filled(device.text("mac")),
                bridge,
                filled(device.text("ip")),
                script,
                name,
                model,
                filled(device.text("rate")),
                filled(device.text("backend"))));
    }

    private void addPci(Sexpr.Items device) {
        xml.pci(new PciFunction(
                part(device, "domain"), part(device, "bus"), part(device, "slot"), part(device, "func")));
    }

    private static int part(Sexpr.Items device, String name) {
        String text = filled(device.text(name));
        try {
            return text == null ? 0 : Integer.decode(text);
        } catch (NumberFormatException e) {
            throw XenErrors.malformed(
                    ErrorOrigin.XEND, "xend tells '" + text + "' for the " + name + " of a PCI device");
        }
    }

    /** A screen, whose type is told by a name or by one of the switches {@code (vnc 1)} and {@code (sdl 1)}. */
    private void addScreen(Sexpr.Items screen, String type) {
        boolean vnc = "vnc".equals(type) || type == null && "1".equals(screen.text("vnc"));
        boolean sdl = "sdl".equals(type) || type == null && "1".equals(screen.text("sdl"));
        if (!vnc && !sdl) {
            return;
        }
        hasGraphics = true;
        xml.graphics(
                vnc
                        ? new GuestGraphics(
                                "vnc",
                                port(screen),
                                filled(screen.text("vnclisten")),
                                null,
                                filled(screen.text("keymap")),
                                null,
                                null)
                        : new GuestGraphics(
                                "sdl",
                                -1,
                                null,
                                null,
                                null,
                                filled(screen.text("display")),
                                filled(screen.text("xauthority"))));
    }

    private int port(Sexpr.Items screen) {
        if (!version.isFrom(XendVersion.XEN_3_0_3)) {
            return id < 0 ? -1 : GuestGraphics.FIRST_PORT + id;
        }
        int display = DomainFromSexpr.number(screen, "vncdisplay", -1);
        if ("1".equals(screen.text("vncunused")) || display < 0) {
            return -1;
        }
        return GuestGraphics.FIRST_PORT + display;
    }
}
