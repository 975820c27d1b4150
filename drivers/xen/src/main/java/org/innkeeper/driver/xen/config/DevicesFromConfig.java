package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainXml;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestGraphics;
import org.innkeeper.driver.xen.definition.SoundText;

/** The devices in a guest's configuration file. */
final class DevicesFromConfig {
    /** An address of VNC may have the display's number behind it; an IPv6 address has more colons. */
    private static final Pattern ADDRESS_AND_DISPLAY = Pattern.compile("([^:]+):([0-9]{1,5})");

    private final Settings settings;
    private final ConfigFormat format;
    private final DomainXml xml;

    DevicesFromConfig(Settings settings, ConfigFormat format, DomainXml xml) {
        this.settings = settings;
        this.format = format;
        this.xml = xml;
    }

    void add() {
        for (String disk : settings.texts("disk")) {
            xml.disk(format == ConfigFormat.XL ? DiskText.readXl(disk) : DiskText.readXm(disk, xml.dialect()));
        }
        String cdrom = settings.text("cdrom");
        if (cdrom != null && xml.isHvm()) {
            String image = xml.dialect().isFrom(Dialect.LIBVIRT_9) ? "raw" : null;
            xml.disk(new GuestDisk("cdrom", "file", "file", image, cdrom, "hdc", true, false));
        }
        for (String floppy : List.of("fda", "fdb")) {
            String image = format == ConfigFormat.XM && xml.isHvm() ? settings.text(floppy) : null;
            if (image != null) {
                xml.disk(new GuestDisk("floppy", "file", "file", null, image, floppy, false, false));
            }
        }
        settings.texts("vif").forEach(card -> xml.networkInterface(InterfaceText.read(card)));
        settings.texts("pci").stream()
                .map(PciText::read)
                .filter(Objects::nonNull)
                .forEach(xml::pci);
        addScreen();
        if (xml.isHvm()) {
            addInputs();
            String sounds = settings.text("soundhw");
            if (sounds != null) {
                SoundText.read(sounds).forEach(model -> xml.device(Elements.of("sound", "model", model)));
            }
        }
        addBus();
        if (format == ConfigFormat.XL) {
            settings.texts("channel").forEach(this::addChannel);
            List<String> controllers = settings.texts("usbctrl");
            for (int i = 0; i < controllers.size(); i++) {
                addUsbController(OptionText.read(controllers.get(i)), i);
            }
            settings.texts("usbdev").stream().map(UsbText::read).forEach(xml::device);
            XmlElement card = xml.isHvm() ? VideoCard.read(settings) : null;
            if (card != null) {
                xml.device(card);
            }
        }
    }

    private void addInputs() {
        if (!settings.isOn("usb", true)) {
            return;
        }
        for (String device : settings.texts("usbdevice")) {
            if (device.equals("tablet") || device.equals("mouse") || device.equals("keyboard")) {
                xml.usbInput(device);
            }
        }
    }

    private void addBus() {
        if (!xml.dialect().isFrom(Dialect.LIBVIRT_9)) {
            return;
        }
        xml.xenBus(Elements.of(
                "controller",
                "type",
                "xenbus",
                "index",
                "0",
                "maxGrantFrames",
                settings.text("max_grant_frames"),
                "maxEventChannels",
                settings.text("max_event_channels")));
    }

    private void addScreen() {
        if (settings.isOn("vnc", false)) {
            xml.graphics(vnc(
                    settings.isOn("vncunused", !settings.has("vncdisplay")),
                    settings.text("vncdisplay"),
                    settings.text("vnclisten"),
                    settings.text("vncpasswd"),
                    settings.text("keymap")));
        } else if (settings.isOn("sdl", false)) {
            xml.graphics(sdl(settings.text("display"), settings.text("xauthority")));
        } else if (format == ConfigFormat.XL && settings.isOn("spice", false)) {
            xml.device(SpiceSettings.read(settings));
            SpiceSettings.redirections(settings).forEach(xml::device);
        } else if (!xml.isHvm()) {
            settings.texts("vfb").stream().limit(1).map(OptionText::read).forEach(this::addParavirtualScreen);
        }
    }

    private void addParavirtualScreen(Map<String, String> options) {
        if ("sdl".equals(options.get("type")) || "1".equals(options.get("sdl"))) {
            xml.graphics(sdl(options.get("display"), options.get("xauthority")));
            return;
        }
        String display = options.get("vncdisplay");
        String unused = options.get("vncunused");
        xml.graphics(vnc(
                unused == null ? display == null : unused.equals("1"),
                display,
                options.get("vnclisten"),
                options.get("vncpasswd"),
                options.get("keymap")));
    }

    private static GuestGraphics vnc(boolean automatic, String display, String listen, String password, String keymap) {
        Matcher both = ADDRESS_AND_DISPLAY.matcher(listen == null ? "" : listen);
        boolean together = both.matches();
        String number = together ? both.group(2) : display;
        boolean named = (together || !automatic) && number != null && number.matches("[0-9]{1,5}");
        int port = named ? GuestGraphics.FIRST_PORT + Integer.parseInt(number) : -1;
        return new GuestGraphics("vnc", port, together ? both.group(1) : listen, password, keymap, null, null);
    }

    private static GuestGraphics sdl(String display, String authority) {
        return new GuestGraphics("sdl", -1, null, null, null, display, authority);
    }

    private void addChannel(String text) {
        Map<String, String> options = OptionText.read(text);
        boolean socket = "socket".equals(options.get("connection"));
        XmlElement channel = Elements.of("channel", "type", socket ? "unix" : "pty");
        if (socket) {
            channel.add(Elements.of("source", "mode", "bind", "path", options.get("path")));
        }
        xml.device(channel.add(Elements.of("target", "type", "xen", "name", options.get("name"))));
    }

    private void addUsbController(Map<String, String> options, int index) {
        String version = options.getOrDefault("version", "2");
        xml.device(Elements.of(
                "controller",
                "type",
                "usb",
                "index",
                Integer.toString(index),
                "model",
                version.startsWith("1") ? "qusb1" : "qusb2",
                "ports",
                options.get("ports")));
    }
}
