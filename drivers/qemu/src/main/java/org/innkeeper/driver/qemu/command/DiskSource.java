package org.innkeeper.driver.qemu.command;

import java.nio.file.Path;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.DiskTarget;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Where the data of a disk is: the lower of its two block nodes. */
final class DiskSource {
    private DiskSource() {}

    /** Whether there is no medium in the drive. */
    static boolean isEmpty(XmlElement disk) {
        XmlElement source = disk.element("source");
        if (source == null) {
            return true;
        }
        return switch (Nodes.text(disk, "@type", "file")) {
            case "file" -> isBlank(source, "file");
            case "block" -> isBlank(source, "dev");
            case "dir" -> isBlank(source, "dir");
            default -> false;
        };
    }

    private static boolean isBlank(XmlElement source, String attribute) {
        String value = source.attribute(attribute);
        return value == null || value.isEmpty();
    }

    /** The driver of the node and what finds the data. */
    static Props locate(GuestContext guest, XmlElement disk) {
        XmlElement source = disk.element("source");
        String type = Nodes.text(disk, "@type", "file");
        refuseEncryption(disk, source);
        switch (type) {
            case "file":
                return Props.of("driver", "file").put("filename", source.attribute("file"));
            case "block":
                String device = source.attribute("dev");
                boolean drive =
                        DiskTarget.device(disk).equals("cdrom") && guest.host().isCdDrive(Path.of(device));
                return Props.of("driver", drive ? "host_cdrom" : "host_device").put("filename", device);
            case "dir":
                return Props.of("driver", "vvfat")
                        .put("dir", source.attribute("dir"))
                        .put("floppy", DiskTarget.device(disk).equals("floppy"))
                        .put("rw", false);
            case "network":
                return network(disk, source);
            default:
                throw Unsupported.value(disk, "disk type", type, "file, block, dir, network (nbd)");
        }
    }

    private static void refuseEncryption(XmlElement disk, XmlElement source) {
        XmlElement encryption =
                source.element("encryption") == null ? disk.element("encryption") : source.element("encryption");
        if (encryption != null) {
            throw Unsupported.because(
                    encryption, "encrypted images are not supported yet", "Use an image that is not encrypted.");
        }
    }

    private static Props network(XmlElement disk, XmlElement source) {
        String protocol = Nodes.text(source, "@protocol", "");
        if (!protocol.equals("nbd")) {
            throw Unsupported.value(source, "network protocol", protocol, "nbd");
        }
        if (Nodes.isOn(source, "@tls")) {
            throw Unsupported.because(source, "NBD over TLS is not supported yet", "Remove tls='yes'.");
        }
        XmlElement host = source.element("host");
        if (host == null) {
            throw Unsupported.because(
                    disk, "the NBD server is not said", "Add <host name='…' port='10809'/> to <source>.");
        }
        Props server;
        if (Nodes.is(host, "@transport", "unix")) {
            server = Props.of("type", "unix").put("path", Nodes.text(host, "@socket", ""));
        } else {
            server = Props.of("type", "inet")
                    .put("host", Nodes.text(host, "@name", ""))
                    .put("port", Nodes.text(host, "@port", "10809"));
        }
        return Props.of("driver", "nbd").put("server", server).putIfSet("export", Nodes.text(source, "@name"));
    }
}
