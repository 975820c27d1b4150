package org.innkeeper.driver.xen.definition;

import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/**
 * What a serial or parallel port of the guest is connected to, as QEMU's command line and Xen's tools write it.
 *
 * @param type libvirt's type: pty, null, stdio, vc, dev, file, pipe, tcp, udp, unix
 * @param path of a device, file, pipe or socket, or null
 * @param host the far host of udp, the address of tcp; null for none
 * @param service the port at host
 * @param bindHost the own address of udp
 * @param bindService the own port of udp, or null
 * @param listening whether a tcp or unix socket waits for a client
 * @param telnet whether tcp speaks telnet
 */
public record CharacterDevice(
        String type,
        String path,
        String host,
        String service,
        String bindHost,
        String bindService,
        boolean listening,
        boolean telnet) {
    public CharacterDevice {
        Objects.requireNonNull(type, "type");
    }

    /** The device a text stands for; null for {@code none}. */
    public static CharacterDevice parse(String text) {
        if (text.startsWith("/")) {
            return local("dev", text);
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        switch (kind) {
            case "none":
                return null;
            case "pty", "null", "stdio", "vc":
                return local(kind, null);
            case "file", "pipe":
                return local(kind, rest);
            case "unix":
                return new CharacterDevice(
                        kind, rest.replaceFirst(",.*", ""), null, null, null, null, isServer(rest), false);
            case "tcp", "telnet":
                String[] address = splitAddress(rest.replaceFirst(",.*", ""));
                return new CharacterDevice(
                        "tcp", null, address[0], address[1], null, null, isServer(rest), kind.equals("telnet"));
            case "udp":
                String[] ends = rest.split("@", 2);
                String[] far = splitAddress(ends[0]);
                String[] own = ends.length == 2 ? splitAddress(ends[1]) : new String[2];
                return new CharacterDevice(kind, null, far[0], far[1], own[0], own[1], false, false);
            default:
                throw XenErrors.unsupported("A character device cannot be '" + text + "'");
        }
    }

    private static CharacterDevice local(String type, String path) {
        return new CharacterDevice(type, path, null, null, null, null, false, false);
    }

    private static boolean isServer(String options) {
        return (options + ",").contains(",server,");
    }

    private static String[] splitAddress(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new String[] {text.isEmpty() ? null : text, null};
        }
        return new String[] {colon == 0 ? null : text.substring(0, colon), text.substring(colon + 1)};
    }

    /** The device of an element. */
    public static CharacterDevice of(XmlElement element) {
        String type = Objects.requireNonNullElse(element.attribute("type"), "pty");
        XmlElement plain = element.element("source");
        XmlElement bind = null;
        XmlElement connect = null;
        for (XmlElement source : element.elements("source")) {
            if ("bind".equals(source.attribute("mode"))) {
                bind = source;
            } else {
                connect = source;
            }
        }
        boolean telnet = "telnet".equals(Elements.attributeAt(element, "protocol", "type"));
        switch (type) {
            case "tcp":
                return new CharacterDevice(
                        type,
                        null,
                        attribute(plain, "host"),
                        attribute(plain, "service"),
                        null,
                        null,
                        bind != null,
                        telnet);
            case "udp":
                return new CharacterDevice(
                        type,
                        null,
                        attribute(connect, "host"),
                        attribute(connect, "service"),
                        attribute(bind, "host"),
                        attribute(bind, "service"),
                        false,
                        false);
            default:
                String path = attribute(plain, "path");
                return new CharacterDevice(type, path, null, null, null, null, bind != null, false);
        }
    }

    private static String attribute(XmlElement element, String name) {
        return element == null ? null : element.attribute(name);
    }

    /** The text that Xen's tools are given. */
    public String text() {
        return switch (type) {
            case "pty", "null", "stdio", "vc" -> type;
            case "dev" -> path;
            case "file", "pipe" -> type + ":" + path;
            case "unix" -> type + ":" + path + (listening ? ",server,nowait" : "");
            case "tcp" ->
                (telnet ? "telnet:" : "tcp:") + orEmpty(host) + ":" + orEmpty(service)
                        + (listening ? ",server,nowait" : "");
            case "udp" ->
                "udp:" + orEmpty(host) + ":" + orEmpty(service)
                        + (bindService == null && bindHost == null
                                ? ""
                                : "@" + orEmpty(bindHost) + ":" + orEmpty(bindService));
            default -> throw XenErrors.unsupported("Xen has no character devices of the type " + type);
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** An element of this device, without a target. */
    XmlElement toXml(String name) {
        XmlElement element = Elements.of(name, "type", type);
        switch (type) {
            case "tcp" -> {
                String mode = listening ? "bind" : "connect";
                element.add(Elements.of("source", "mode", mode, "host", host, "service", service));
                element.add(Elements.of("protocol", "type", telnet ? "telnet" : "raw"));
            }
            case "udp" -> {
                if (bindHost != null || bindService != null) {
                    element.add(Elements.of("source", "mode", "bind", "host", bindHost, "service", bindService));
                }
                if (service != null) {
                    element.add(Elements.of("source", "mode", "connect", "host", host, "service", service));
                }
            }
            case "unix" -> element.add(Elements.of("source", "mode", listening ? "bind" : "connect", "path", path));
            default -> {
                if (path != null) {
                    element.add(Elements.of("source", "path", path));
                }
            }
        }
        return element;
    }
}
