package org.innkeeper.driver.xen.config;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/** The settings of xl that begin with {@code spice}. */
final class SpiceSettings {
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
        boolean clipboard = settings.isOn("spicevdagent", false) && settings.isOn("spice_clipboard_sharing", false);
        return graphics.add(Elements.of("clipboard", "copypaste", clipboard ? "yes" : "no"));
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
        if ("yes".equals(Elements.attributeAt(graphics, "clipboard", "copypaste"))) {
            out.number("spicevdagent", 1);
            out.number("spice_clipboard_sharing", 1);
        }
    }
}
