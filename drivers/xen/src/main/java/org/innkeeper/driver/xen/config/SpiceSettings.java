package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.stream.LongStream;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The settings of xl that begin with {@code spice}. */
final class SpiceSettings {
    /** xl takes no more. */
    private static final int MOST_REDIRECTIONS = 4;

    private SpiceSettings() {}

    /** The screen that the settings ask for. */
    static XmlElement read(Settings settings) {
        String listen = settings.text("spicehost");
        boolean automatic = settings.text("spiceport") == null && settings.text("spicetls_port") == null;
        XmlElement graphics = Elements.of(
                "graphics",
                "type",
                "spice",
                "port",
                settings.text("spiceport"),
                "tlsPort",
                settings.text("spicetls_port"),
                "autoport",
                automatic ? "yes" : "no",
                "listen",
                listen,
                "passwd",
                settings.isOn("spicedisable_ticketing", false) ? null : settings.text("spicepasswd"));
        graphics.add(Elements.of("listen", "type", "address", "address", listen));
        if (settings.has("spiceagent_mouse")) {
            String mode = settings.isOn("spiceagent_mouse", false) ? "client" : "server";
            graphics.add(Elements.of("mouse", "mode", mode));
        }
        addOption(graphics, "image", "compression", settings.text("spice_image_compression"));
        addOption(graphics, "streaming", "mode", settings.text("spice_streaming_video"));
        boolean clipboard = settings.isOn("spicevdagent", false) && settings.isOn("spice_clipboard_sharing", false);
        return graphics.add(Elements.of("clipboard", "copypaste", clipboard ? "yes" : "no"));
    }

    private static void addOption(XmlElement graphics, String name, String attribute, String value) {
        if (value != null) {
            graphics.add(Elements.of(name, attribute, value));
        }
    }

    /** The channels through which USB devices of the one who looks on reach the guest. */
    static List<XmlElement> redirections(Settings settings) {
        XmlElement channel = Elements.of("redirdev", "bus", "usb", "type", "spicevmc");
        long count = Math.min(MOST_REDIRECTIONS, settings.number("spiceusbredirection", 0));
        return LongStream.range(0, count).mapToObj(i -> channel.copy()).toList();
    }

    /** The first SPICE screen of a definition, or null. */
    static XmlElement find(XmlElement domain) {
        List<XmlElement> graphics = Elements.devices(domain, "graphics");
        return graphics.stream()
                .filter(screen -> "spice".equals(screen.attribute("type")))
                .findFirst()
                .orElse(null);
    }

    static void write(XmlElement graphics, SettingsWriter out) {
        out.number("sdl", 0);
        out.number("vnc", 0);
        out.number("spice", 1);
        String listen = graphics.attribute("listen");
        out.text("spicehost", listen == null ? Elements.attributeAt(graphics, "listen", "address") : listen);
        out.numberText("spiceport", graphics.attribute("port"));
        out.numberText("spicetls_port", graphics.attribute("tlsPort"));
        String password = graphics.attribute("passwd");
        out.number("spicedisable_ticketing", password == null ? 1 : 0);
        out.text("spicepasswd", password);
        String mouse = Elements.attributeAt(graphics, "mouse", "mode");
        if (mouse != null) {
            out.number("spiceagent_mouse", mouse.equals("client") ? 1 : 0);
        }
        out.text("spice_image_compression", Elements.attributeAt(graphics, "image", "compression"));
        out.text("spice_streaming_video", Elements.attributeAt(graphics, "streaming", "mode"));
        if ("yes".equals(Elements.attributeAt(graphics, "clipboard", "copypaste"))) {
            out.number("spicevdagent", 1);
            out.number("spice_clipboard_sharing", 1);
        }
    }
}
