package org.innkeeper.driver.xen.sexpr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestGraphics;
import org.innkeeper.driver.xen.definition.GuestInterface;
import org.innkeeper.driver.xen.definition.PciFunction;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The devices of a definition as xend is given them, with a new domain or one by one. */
public final class DevicesToSexpr {
    private final DomainView domain;
    private final XendVersion version;

    public DevicesToSexpr(DomainView domain, XendVersion version) {
        this.domain = domain;
        this.version = version;
    }

    /** Whether a disk is the one CD-ROM drive that Xen 3.0.2 has beside the disks. */
    static boolean isImageCdrom(GuestDisk disk, XendVersion version) {
        return disk.isCdrom()
                && !version.isFrom(XendVersion.XEN_3_0_3)
                && disk.target().equals("hdc");
    }

    /** All devices, each in a list {@code (device ...)}. */
    List<Sexpr> devices() {
        List<Sexpr> devices = new ArrayList<>();
        for (GuestDisk disk : domain.disks()) {
            boolean inImage = domain.isHvm() && (disk.isFloppy() || isImageCdrom(disk, version));
            if (!inImage) {
                devices.add(Sexpr.list("device", disk(disk)));
            }
        }
        domain.interfaces().forEach(card -> devices.add(Sexpr.list("device", networkInterface(card))));
        List<PciFunction> functions = domain.pciFunctions();
        if (!functions.isEmpty()) {
            devices.add(Sexpr.list("device", pci(functions)));
        }
        GuestGraphics screen = domain.graphics();
        if (screen != null && !domain.isHvm() && version.isFrom(XendVersion.XEN_3_0_4)) {
            devices.add(Sexpr.list("device", new Sexpr.Items(List.of(new Sexpr.Atom("vkbd")))));
            List<Sexpr> options = new ArrayList<>(List.of(new Sexpr.Atom("vfb"), Sexpr.pair("type", screen.type())));
            options.addAll(screenOptions(screen, isBare()));
            devices.add(Sexpr.list("device", new Sexpr.Items(options)));
        }
        return devices;
    }

    private boolean isBare() {
        return domain.dialect() == Dialect.LIBVIRT_0_3;
    }

    /** A disk: {@code (vbd ...)}, or {@code (tap ...)} for one that a program of user space serves. */
    public Sexpr.Items disk(GuestDisk disk) {
        boolean tap = disk.driver() != null && disk.driver().startsWith("tap");
        List<Sexpr> values = new ArrayList<>();
        values.add(new Sexpr.Atom(tap ? disk.driver() : "vbd"));
        values.add(Sexpr.pair("dev", deviceName(disk)));
        if (disk.source() != null) {
            values.add(Sexpr.pair("uname", sourceName(disk, tap)));
        } else if (!disk.isCdrom()) {
            throw XenErrors.unsupported("The disk " + disk.target() + " needs a source");
        }
        values.add(Sexpr.pair("mode", disk.readOnly() ? "r" : disk.shared() ? "w!" : "w"));
        add(values, "backend", disk.backEnd());
        return new Sexpr.Items(values);
    }

    private String deviceName(GuestDisk disk) {
        if (!domain.isHvm()) {
            return disk.target();
        }
        return version.isFrom(XendVersion.XEN_3_0_3)
                ? disk.target() + (disk.isCdrom() ? ":cdrom" : ":disk")
                : "ioemu:" + disk.target();
    }

    private static String sourceName(GuestDisk disk, boolean tap) {
        if (tap) {
            String format = disk.format() == null || disk.format().equals("raw") ? "aio" : disk.format();
            return disk.driver() + ":" + format + ":" + disk.source();
        }
        if (disk.driver() != null) {
            return disk.driver() + ":" + disk.source();
        }
        if ("file".equals(disk.origin())) {
            return "file:" + disk.source();
        }
        if ("block".equals(disk.origin())) {
            return "phy:" + (disk.source().startsWith("/") ? "" : "/dev/") + disk.source();
        }
        throw XenErrors.unsupported("xend has no disks of the type " + disk.origin());
    }

    /** A network interface: {@code (vif ...)}. */
    public Sexpr.Items networkInterface(GuestInterface card) {
        if (card.type().equals("network")) {
            throw XenErrors.unsupported("xend knows no virtual networks: name the bridge of '" + card.source() + "'");
        }
        List<Sexpr> values = new ArrayList<>();
        values.add(new Sexpr.Atom("vif"));
        add(values, "mac", card.mac());
        add(values, "rate", card.rateText());
        if (card.isBridge()) {
            add(values, "bridge", card.bridge());
        } else if (isBare()) {
            add(values, "dev", card.source());
        }
        String usualScript = card.isBridge() && !isBare() ? GuestInterface.BRIDGE_SCRIPT : null;
        add(values, "script", card.script() == null ? usualScript : card.script());
        add(values, "ip", card.addresses().isEmpty() ? null : String.join(" ", card.addresses()));
        add(values, "vifname", card.isNamed() && !isBare() ? card.hostName() : null);
        addModel(values, card.model());
        add(values, "backend", card.backEnd());
        return new Sexpr.Items(values);
    }

    private void addModel(List<Sexpr> values, String model) {
        if (!domain.isHvm()) {
            add(values, "model", model);
        } else if ("netfront".equals(model)) {
            values.add(Sexpr.pair("type", "netfront"));
        } else {
            add(values, "model", model);
            if (!version.isFrom(XendVersion.XEN_3_1)) {
                values.add(Sexpr.pair("type", "ioemu"));
            }
        }
    }

    /** Devices of the host on the PCI bus: {@code (pci (dev ...) ...)}. */
    public static Sexpr.Items pci(List<PciFunction> functions) {
        List<Sexpr> values = new ArrayList<>();
        values.add(new Sexpr.Atom("pci"));
        for (PciFunction function : functions) {
            values.add(Sexpr.list(
                    "dev",
                    Sexpr.pair("domain", String.format(Locale.ROOT, "0x%04x", function.domain())),
                    Sexpr.pair("bus", String.format(Locale.ROOT, "0x%02x", function.bus())),
                    Sexpr.pair("slot", String.format(Locale.ROOT, "0x%02x", function.slot())),
                    Sexpr.pair("func", "0x" + Integer.toHexString(function.function()))));
        }
        return new Sexpr.Items(values);
    }

    /** What a screen is told beside its type. */
    static List<Sexpr> screenOptions(GuestGraphics screen, boolean bare) {
        List<Sexpr> options = new ArrayList<>();
        if (!screen.isVnc()) {
            add(options, "display", screen.display());
            add(options, "xauthority", screen.authority());
            return options;
        }
        if (screen.isAutomatic()) {
            options.add(Sexpr.pair("vncunused", 1));
        } else {
            if (!bare) {
                options.add(Sexpr.pair("vncunused", 0));
            }
            options.add(Sexpr.pair("vncdisplay", screen.displayNumber()));
        }
        add(options, "vnclisten", screen.listen());
        add(options, "vncpasswd", screen.password());
        add(options, "keymap", screen.keymap());
        return options;
    }

    private static void add(List<Sexpr> list, String name, String text) {
        if (text != null) {
            list.add(Sexpr.pair(name, text));
        }
    }
}
