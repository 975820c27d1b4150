package org.innkeeper.driver.qemu.command;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/**
 * How people see the guest's screen. VNC listens on a private unix socket unless the definition names a port or an
 * address. Passwords are not here: they are set over the monitor, before the vcpus run.
 */
final class GraphicsOptions implements CommandSection {
    private static final int FIRST_VNC_PORT = 5900;

    @Override
    public void write(GuestContext guest) {
        List<XmlElement> screens = guest.definition().devices("graphics");
        if (screens.isEmpty()) {
            guest.option("-display", "none");
        }
        for (XmlElement screen : screens) {
            String type = Nodes.text(screen, "@type", "");
            switch (type) {
                case "vnc" -> writeVnc(guest, screen);
                case "spice" -> SpiceOptions.write(guest, screen);
                case "sdl" -> writeSdl(guest, screen);
                case "egl-headless" -> {
                    OptionValue display = OptionValue.of("egl-headless");
                    guest.option("-display", display.withIfSet("rendernode", Nodes.text(screen, "gl@rendernode")));
                }
                default -> throw Unsupported.value(screen, "graphics type", type, "vnc, spice, sdl, egl-headless");
            }
        }
    }

    private static void writeVnc(GuestContext guest, XmlElement screen) {
        OptionValue vnc;
        String socket = socket(guest, screen);
        if (socket != null) {
            vnc = new OptionValue().with("vnc", "unix:" + socket);
        } else {
            String address = listenAddress(screen);
            int port = Nodes.number(screen, "@port", -1);
            if (port < 0) {
                port = guest.host().freePort(address);
            }
            String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
            vnc = OptionValue.of(host + ":" + (port - FIRST_VNC_PORT));
            addWebSocket(guest, screen, address, vnc);
        }
        vnc.withIfSet("share", Nodes.text(screen, "@sharePolicy"));
        vnc.withSwitch("power-control", Nodes.flag(screen, "@powerControl"));
        if (hasPassword(screen)) {
            vnc.with("password", "on");
        }
        guest.option(
                "-vnc", vnc.with("audiodev", "audio" + Nodes.number(screen, "audio@id", AudioOptions.firstId(guest))));
        String keymap = Nodes.text(screen, "@keymap");
        if (keymap != null) {
            guest.option("-k", keymap);
        }
    }

    private static void addWebSocket(GuestContext guest, XmlElement screen, String address, OptionValue vnc) {
        Long port = Nodes.number(screen, "@websocket");
        if (port != null) {
            vnc.with("websocket", port < 0 ? guest.host().freePort(address) : port);
        }
    }

    static boolean hasPassword(XmlElement screen) {
        String password = screen.attribute("passwd");
        return password != null && !password.isEmpty();
    }

    /** The unix socket to listen on; null where the definition asks for TCP. */
    private static String socket(GuestContext guest, XmlElement screen) {
        XmlElement listen = screen.element("listen");
        String named = Nodes.text(screen, "@socket", Nodes.text(screen, "listen@socket"));
        if (named != null) {
            return named;
        }
        boolean asksForSocket = listen != null && List.of("socket", "none").contains(Nodes.text(listen, "@type", ""));
        boolean asksForTcp = screen.attribute("port") != null
                || screen.attribute("listen") != null
                || Nodes.isOn(screen, "@autoport")
                || listen != null;
        return asksForSocket || !asksForTcp ? guest.paths().vncSocket().toString() : null;
    }

    /** The address to listen at; this machine only, unless another one is named. */
    static String listenAddress(XmlElement screen) {
        XmlElement listen = screen.element("listen");
        if (listen != null && Nodes.is(listen, "@type", "network")) {
            throw Unsupported.because(
                    listen,
                    "virtual networks are not there yet, so the screen cannot listen on one",
                    "Use <listen type='address' address='…'/>.");
        }
        String address = listen == null ? null : listen.attribute("address");
        return address != null ? address : Nodes.text(screen, "@listen", "127.0.0.1");
    }

    private static void writeSdl(GuestContext guest, XmlElement screen) {
        if (Nodes.has(screen, "@display")) {
            guest.environment().put("DISPLAY", screen.attribute("display"));
        }
        if (Nodes.has(screen, "@xauth")) {
            guest.environment().put("XAUTHORITY", screen.attribute("xauth"));
        }
        OptionValue display = OptionValue.of("sdl");
        display.withSwitch("gl", Nodes.flag(screen, "gl@enable"));
        guest.option("-display", display);
    }
}
