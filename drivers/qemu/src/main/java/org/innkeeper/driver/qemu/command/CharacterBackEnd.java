package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.definition.Nodes;

/** The host's end of a serial port, a console or a channel. */
final class CharacterBackEnd {
    private CharacterBackEnd() {}

    /**
     * Writes the back end.
     *
     * @param id how the device names it
     */
    static void write(GuestContext guest, XmlElement device, String id) {
        OptionValue option = option(guest, device, id);
        XmlElement log = device.element("log");
        if (log != null) {
            option.with("logfile", Nodes.text(log, "@file", ""));
            option.with("logappend", Nodes.isOff(log, "@append") ? "off" : "on");
        }
        guest.option("-chardev", option);
    }

    private static OptionValue option(GuestContext guest, XmlElement device, String id) {
        String type = Nodes.text(device, "@type", "pty");
        return switch (type) {
            case "pty", "null", "vc" -> OptionValue.of(type).with("id", id);
            case "file" ->
                OptionValue.of("file")
                        .with("id", id)
                        .with("path", path(device))
                        .with("append", Nodes.isOff(device, "source@append") ? "off" : "on");
            case "pipe" -> OptionValue.of("pipe").with("id", id).with("path", path(device));
            case "dev" ->
                OptionValue.of(device.name().equals("parallel") ? "parallel" : "serial")
                        .with("id", id)
                        .with("path", path(device));
            case "unix" -> unix(guest, device, id);
            case "tcp" -> tcp(device, id);
            case "udp" -> udp(device, id);
            case "spicevmc" -> OptionValue.of("spicevmc").with("id", id).with("name", spiceName(device));
            case "spiceport" ->
                OptionValue.of("spiceport").with("id", id).with("name", Nodes.text(device, "source@channel", ""));
            case "qemu-vdagent" ->
                OptionValue.of("qemu-vdagent")
                        .with("id", id)
                        .with("name", "vdagent")
                        .with("clipboard", Nodes.isOn(device, "source/clipboard@copypaste") ? "on" : "off")
                        .with("mouse", Nodes.is(device, "source/mouse@mode", "client") ? "on" : "off");
            case "stdio" ->
                throw Unsupported.because(
                        device,
                        "guests run in the background, there is no standard input to connect to",
                        "Use type='pty' and open the console.");
            default ->
                throw Unsupported.value(
                        device, "character device type", type, "pty, file, unix, tcp, udp, null, pipe, dev, vc");
        };
    }

    private static String spiceName(XmlElement device) {
        return switch (device.name()) {
            case "redirdev" -> "usbredir";
            case "smartcard" -> "smartcard";
            default -> "vdagent";
        };
    }

    private static String path(XmlElement device) {
        String path = Nodes.text(device, "source@path");
        if (path == null || path.isEmpty()) {
            throw XmlErrors.unacceptable(device, "a " + device.name() + " of this type needs <source path='…'/>");
        }
        return path;
    }

    private static OptionValue unix(GuestContext guest, XmlElement device, String id) {
        String path = Nodes.text(device, "source@path");
        if (path == null || path.isEmpty()) {
            path = guest.paths()
                    .runtimeDir()
                    .resolve(guest.alias(device) + ".sock")
                    .toString();
        }
        OptionValue option = OptionValue.of("socket").with("id", id).with("path", path);
        return server(device, Nodes.is(device, "source@mode", "connect") ? "connect" : "bind", option);
    }

    private static OptionValue server(XmlElement device, String mode, OptionValue option) {
        if (mode.equals("bind")) {
            return option.with("server", "on").with("wait", "off");
        }
        return Nodes.isOn(device, "source/reconnect@enabled")
                ? option.with("reconnect", Nodes.number(device, "source/reconnect@timeout", 1))
                : option;
    }

    private static OptionValue tcp(XmlElement device, String id) {
        if (Nodes.isOn(device, "source@tls")) {
            throw Unsupported.because(
                    device.element("source"), "TLS of character devices is not supported yet", "Remove tls='yes'.");
        }
        XmlElement source = Nodes.nearest(device, "source");
        OptionValue option = OptionValue.of("socket")
                .with("id", id)
                .with("host", Nodes.text(source, "@host", "127.0.0.1"))
                .with("port", service(device, source));
        if (Nodes.is(device, "protocol@type", "telnet")) {
            option.with("telnet", "on");
        }
        return server(device, Nodes.text(source, "@mode", "connect"), option);
    }

    private static String service(XmlElement device, XmlElement source) {
        String service = Nodes.text(source, "@service");
        if (service == null) {
            throw XmlErrors.unacceptable(device, "a " + device.name() + " of this type needs <source service='PORT'/>");
        }
        return service;
    }

    private static OptionValue udp(XmlElement device, String id) {
        OptionValue option = OptionValue.of("udp").with("id", id);
        for (XmlElement source : device.elements("source")) {
            boolean local = Nodes.is(source, "@mode", "bind");
            option.with(local ? "localaddr" : "host", Nodes.text(source, "@host", local ? "" : "127.0.0.1"));
            option.with(local ? "localport" : "port", Nodes.text(source, "@service", "0"));
        }
        return option;
    }
}
