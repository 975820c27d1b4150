package org.innkeeper.driver.xen.definition;

import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/**
 * How the guest's screen is shown.
 *
 * @param type vnc or sdl
 * @param port the port of VNC; -1 where Xen finds a free one
 * @param listen the address it listens on, or null
 * @param password or null
 * @param keymap or null
 * @param display the X display of an SDL window, or null
 * @param authority the X authority file of an SDL window, or null
 */
public record GuestGraphics(
        String type, int port, String listen, String password, String keymap, String display, String authority) {
    /** The port of VNC's display 0. */
    public static final int FIRST_PORT = 5900;

    public GuestGraphics {
        Objects.requireNonNull(type, "type");
    }

    /** The screen that an element describes. */
    public static GuestGraphics of(XmlElement graphics) {
        String port = graphics.attribute("port");
        boolean automatic = port == null || port.equals("-1") || "yes".equals(graphics.attribute("autoport"));
        String listen = graphics.attribute("listen");
        if (listen == null) {
            listen = Elements.attributeAt(graphics, "listen", "address");
        }
        return new GuestGraphics(
                graphics.attribute("type"),
                automatic ? -1 : number(port),
                listen,
                graphics.attribute("passwd"),
                graphics.attribute("keymap"),
                graphics.attribute("display"),
                graphics.attribute("xauth"));
    }

    private static int number(String port) {
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw XenErrors.unsupported("graphics: '" + port + "' is no port");
        }
    }

    public boolean isVnc() {
        return type.equals("vnc");
    }

    public boolean isAutomatic() {
        return port < 0;
    }

    /** The number of VNC's display. */
    public int displayNumber() {
        return port - FIRST_PORT;
    }

    /** The element of this screen. */
    XmlElement toXml(Dialect dialect) {
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        if (!isVnc()) {
            return Elements.of("graphics", "type", type, "display", display, "xauth", authority);
        }
        XmlElement graphics = Elements.of(
                "graphics",
                "type",
                type,
                "port",
                Integer.toString(port),
                "autoport",
                bare ? null : isAutomatic() ? "yes" : "no",
                "listen",
                listen,
                "keymap",
                keymap,
                "passwd",
                password);
        if (!bare && (listen != null || dialect.isFrom(Dialect.LIBVIRT_3))) {
            graphics.add(Elements.of("listen", "type", "address", "address", listen));
        }
        return graphics;
    }

    @Override
    public String toString() {
        return "GuestGraphics[" + type + ", port " + port + ", listen " + listen + "]";
    }
}
