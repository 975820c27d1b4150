package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** A screen over SPICE, where the emulator was built with it. */
final class SpiceOptions {
    private SpiceOptions() {}

    static void write(GuestContext guest, XmlElement screen) {
        if (!guest.emulator().hasOption("spice")) {
            throw Unsupported.because(
                    screen,
                    guest.emulator().binary() + " has no SPICE",
                    "Use <graphics type='vnc'/>, or install the emulator's SPICE module.");
        }
        if (Nodes.has(screen, "@tlsPort") && Nodes.number(screen, "@tlsPort", -1) > 0) {
            throw Unsupported.because(
                    screen, "SPICE over TLS is not supported yet", "Remove tlsPort, and listen on this machine only.");
        }
        OptionValue spice = new OptionValue();
        XmlElement listen = screen.element("listen");
        boolean nowhere = listen != null && Nodes.is(listen, "@type", "none");
        if (nowhere) {
            spice.with("port", 0);
        } else if (listen != null && Nodes.is(listen, "@type", "socket")) {
            spice.with("unix", "on").with("addr", Nodes.text(listen, "@socket", defaultSocket(guest)));
        } else if (Nodes.has(screen, "@port") || Nodes.isOn(screen, "@autoport") || listen != null) {
            String address = GraphicsOptions.listenAddress(screen);
            int port = Nodes.number(screen, "@port", -1);
            spice.with("port", port < 0 ? guest.host().freePort(address) : port).with("addr", address);
        } else {
            spice.with("unix", "on").with("addr", defaultSocket(guest));
        }
        if (!GraphicsOptions.hasPassword(screen)) {
            spice.with("disable-ticketing", "on");
        }
        addTuning(screen, spice);
        guest.option("-spice", spice.with("seamless-migration", "on"));
    }

    private static String defaultSocket(GuestContext guest) {
        return guest.paths().runtimeDir().resolve("spice.sock").toString();
    }

    private static void addTuning(XmlElement screen, OptionValue spice) {
        Boolean gl = Nodes.flag(screen, "gl@enable");
        spice.withSwitch("gl", gl);
        spice.withIfSet("rendernode", Nodes.text(screen, "gl@rendernode"));
        if (Nodes.is(screen, "mouse@mode", "server")) {
            spice.with("agent-mouse", "off");
        }
        spice.withIfSet("image-compression", Nodes.text(screen, "image@compression"));
        spice.withIfSet("jpeg-wan-compression", Nodes.text(screen, "jpeg@compression"));
        spice.withIfSet("zlib-glz-wan-compression", Nodes.text(screen, "zlib@compression"));
        spice.withIfSet("playback-compression", Nodes.text(screen, "playback@compression"));
        spice.withIfSet("streaming-video", Nodes.text(screen, "streaming@mode"));
        if (Nodes.isOff(screen, "clipboard@copypaste")) {
            spice.with("disable-copy-paste", "on");
        }
        if (Nodes.isOff(screen, "filetransfer@enable")) {
            spice.with("disable-agent-file-xfer", "on");
        }
    }
}
