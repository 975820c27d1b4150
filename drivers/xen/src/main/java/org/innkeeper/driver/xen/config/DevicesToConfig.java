package org.innkeeper.driver.xen.config;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestGraphics;
import org.innkeeper.driver.xen.definition.SoundText;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Writes the devices of a definition into a configuration file. */
final class DevicesToConfig {
    private final DomainView domain;
    private final ConfigFormat format;
    private final XendVersion version;
    private final SettingsWriter out;

    DevicesToConfig(DomainView domain, ConfigFormat format, XendVersion version, SettingsWriter out) {
        this.domain = domain;
        this.format = format;
        this.version = version;
        this.out = out;
    }

    /** Whether a disk is the CD-ROM drive that Xen 3.0.2 has a setting of its own for. */
    static boolean isFirstCdrom(GuestDisk disk) {
        return disk.isCdrom() && disk.target().equals("hdc");
    }

    void writeDisks() {
        boolean oldNames = domain.isHvm() && !version.isFrom(XendVersion.XEN_3_0_3);
        List<String> disks = new ArrayList<>();
        for (GuestDisk disk : domain.disks()) {
            if (disk.isFloppy()) {
                writeFloppy(disk);
            } else if (!(oldNames && isFirstCdrom(disk))) {
                disks.add(format == ConfigFormat.XL ? DiskText.writeXl(disk) : DiskText.writeXm(disk, oldNames));
            }
        }
        out.texts("disk", disks);
    }

    private void writeFloppy(GuestDisk disk) {
        if (!domain.isHvm() || format == ConfigFormat.XL || !disk.target().matches("fd[ab]")) {
            throw XenErrors.unsupported("The domain cannot have the floppy drive " + disk.target()
                    + ": only xm gives fully virtualised guests fda and fdb");
        }
        out.text(disk.target(), disk.source());
    }

    void writeInterfaces() {
        boolean emulatedType = !version.isFrom(XendVersion.XEN_3_1);
        out.texts(
                "vif",
                domain.interfaces().stream()
                        .map(card -> InterfaceText.write(card, domain.isHvm(), emulatedType, format, domain.dialect()))
                        .toList());
        out.texts(
                "pci",
                domain.pciFunctions().stream()
                        .map(device -> PciText.write(device, format))
                        .toList());
    }

    void writePorts() {
        if (!domain.isHvm() || domain.dialect() == Dialect.LIBVIRT_0_3) {
            return;
        }
        for (String kind : List.of("parallel", "serial")) {
            List<String> texts = domain.ports(kind);
            if (texts.size() > 1 && kind.equals("serial")) {
                out.texts(kind, texts);
            } else {
                out.text(kind, texts.isEmpty() ? "none" : texts.get(0));
            }
        }
        out.text("soundhw", format == ConfigFormat.XL ? SoundText.writeXl(domain.sounds()) : domain.sounds());
    }

    void writeInputs() {
        List<String> inputs = domain.isHvm() ? domain.usbInputs() : List.of();
        if (inputs.isEmpty()) {
            return;
        }
        if (domain.dialect() != Dialect.LIBVIRT_0_3) {
            out.number("usb", 1);
        }
        if (inputs.size() == 1 || format == ConfigFormat.XM) {
            out.text("usbdevice", inputs.get(0));
        } else {
            out.texts("usbdevice", inputs);
        }
    }

    void writeScreen() {
        GuestGraphics screen = domain.graphics();
        if (screen == null) {
            return;
        }
        if (!domain.isHvm() && version.isFrom(XendVersion.XEN_3_0_4)) {
            out.texts("vfb", List.of(paravirtualScreen(screen)));
            return;
        }
        out.flag("sdl", !screen.isVnc());
        out.flag("vnc", screen.isVnc());
        if (screen.isVnc()) {
            out.flag("vncunused", screen.isAutomatic());
            if (!screen.isAutomatic()) {
                out.number("vncdisplay", screen.displayNumber());
            }
            out.text("vnclisten", screen.listen());
            out.text("vncpasswd", screen.password());
            out.text("keymap", screen.keymap());
        } else {
            out.text("display", screen.display());
            out.text("xauthority", screen.authority());
        }
    }

    private static String paravirtualScreen(GuestGraphics screen) {
        OptionText options = new OptionText().add("type", screen.type());
        if (screen.isVnc()) {
            options.add("vncunused", screen.isAutomatic() ? 1 : 0)
                    .add("vncdisplay", screen.isAutomatic() ? null : screen.displayNumber())
                    .add("vnclisten", screen.listen())
                    .add("vncpasswd", screen.password())
                    .add("keymap", screen.keymap());
        } else {
            options.add("display", screen.display()).add("xauthority", screen.authority());
        }
        return options.toString();
    }

    void writeBusLimits() {
        for (XmlElement controller : Elements.devices(domain.element(), "controller")) {
            if ("xenbus".equals(controller.attribute("type"))) {
                out.numberText("max_grant_frames", controller.attribute("maxGrantFrames"));
                out.numberText("max_event_channels", controller.attribute("maxEventChannels"));
            }
        }
    }

    void writeChannels() {
        List<String> channels = new ArrayList<>();
        for (XmlElement channel : Elements.devices(domain.element(), "channel")) {
            boolean socket = "unix".equals(channel.attribute("type"));
            channels.add(new OptionText()
                    .add("connection", socket ? "socket" : "pty")
                    .add("path", socket ? Elements.attributeAt(channel, "source", "path") : null)
                    .add("name", Elements.attributeAt(channel, "target", "name"))
                    .toString());
        }
        out.texts("channel", channels);
    }

    void writeUsbControllers() {
        List<String> controllers = new ArrayList<>();
        for (XmlElement controller : Elements.devices(domain.element(), "controller")) {
            if ("usb".equals(controller.attribute("type"))) {
                controllers.add(new OptionText()
                        .add("type", "qusb")
                        .add("version", "qusb1".equals(controller.attribute("model")) ? 1 : 2)
                        .add("ports", controller.attribute("ports"))
                        .toString());
            }
        }
        out.texts("usbctrl", controllers);
    }

    void writeUsbDevices() {
        out.texts(
                "usbdev",
                Elements.devices(domain.element(), "hostdev").stream()
                        .filter(device -> "usb".equals(device.attribute("type")))
                        .map(UsbText::write)
                        .toList());
    }
}
