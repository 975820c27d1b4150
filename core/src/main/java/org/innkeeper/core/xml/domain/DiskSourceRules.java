package org.innkeeper.core.xml.domain;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What a disk's content comes from: enough is said to find it, its format is one we know, and nothing is said twice. */
final class DiskSourceRules {
    private static final List<String> FORMATS = List.of(
            "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "qcow", "qcow2", "qed",
            "vmdk", "luks", "none", "auto", "aio", "phy", "file", "tap", "tap2", "qcow2c");

    private DiskSourceRules() {}

    static void check(DomainDocument domain) {
        for (XmlElement disk : domain.devices("disk")) {
            checkFormat(disk);
            XmlElement source = disk.element("source");
            if (source != null) {
                checkSource(disk, source);
            }
            checkAuthentication(disk, source);
            checkEncryption(disk, source);
        }
    }

    private static void checkFormat(XmlElement disk) {
        XmlElement driver = disk.element("driver");
        String format = driver == null ? null : driver.attribute("type");
        if (format == null) {
            return;
        }
        if (format.equals("cow")) {
            throw XmlErrors.unsupported(driver, "the storage format 'cow' is no longer supported");
        }
        String name = driver.attribute("name");
        boolean oldXen = name != null && !name.equals("qemu");
        if (!oldXen && !FORMATS.contains(format)) {
            throw XmlErrors.unacceptable(driver, "the storage format '" + format + "' is not known");
        }
    }

    private static void checkSource(XmlElement disk, XmlElement source) {
        String type = DiskProperties.TYPE.get(disk).orElse("file");
        switch (type) {
            case "network" -> {
                String protocol = DiskProperties.SOURCE_PROTOCOL
                        .get(disk)
                        .orElseThrow(() -> XmlErrors.unacceptable(source, "attribute 'protocol' is missing"));
                if (DiskProperties.SOURCE_NAME.get(disk).isEmpty()
                        && !protocol.equals("nbd")
                        && !protocol.equals("ssh")) {
                    throw XmlErrors.unacceptable(source, "attribute 'name' is missing for protocol '" + protocol + "'");
                }
            }
            case "volume" -> {
                if (source.attribute("pool") == null || source.attribute("volume") == null) {
                    throw XmlErrors.unacceptable(source, "a disk of type volume needs 'pool' and 'volume'");
                }
            }
            default -> {
                boolean removable =
                        !DiskProperties.DEVICE.get(disk).orElse("disk").equals("disk");
                String policy = DiskProperties.STARTUP_POLICY.get(disk).orElse("");
                if (policy.equals("requisite") && !removable) {
                    throw XmlErrors.unacceptable(source, "startupPolicy 'requisite' is only for removable media");
                }
            }
        }
        for (XmlElement host : source.elements("host")) {
            checkHost(host);
        }
    }

    private static void checkHost(XmlElement host) {
        String transport = StorageHostProperties.TRANSPORT.get(host).orElse("tcp");
        boolean unix = transport.equals("unix");
        if (unix && host.attribute("socket") == null) {
            throw XmlErrors.unacceptable(host, "the transport 'unix' needs the attribute 'socket'");
        }
        if (!unix && host.attribute("socket") != null) {
            throw XmlErrors.unacceptable(host, "a 'socket' is only for the transport 'unix'");
        }
        if (!unix && host.attribute("name") == null) {
            throw XmlErrors.unacceptable(host, "attribute 'name' is missing");
        }
    }

    private static void checkAuthentication(XmlElement disk, XmlElement source) {
        boolean inSource = source != null && source.element("auth") != null;
        if (inSource && disk.element("auth") != null) {
            throw XmlErrors.unsupported(source.element("auth"), "<auth> is given for the disk already");
        }
        for (XmlElement auth : auths(disk, source)) {
            if (auth.attribute("username") == null) {
                throw XmlErrors.unacceptable(auth, "attribute 'username' is missing");
            }
            XmlElement secret = auth.element("secret");
            if (secret == null) {
                throw XmlErrors.unacceptable(auth, "the <secret> is missing");
            }
            checkSecret(secret);
        }
    }

    private static List<XmlElement> auths(XmlElement disk, XmlElement source) {
        return source != null && source.element("auth") != null ? source.elements("auth") : disk.elements("auth");
    }

    private static void checkSecret(XmlElement secret) {
        if ((secret.attribute("uuid") == null) == (secret.attribute("usage") == null)) {
            throw XmlErrors.unacceptable(secret, "either 'uuid' or 'usage' must be given, and not both");
        }
    }

    private static void checkEncryption(XmlElement disk, XmlElement source) {
        XmlElement inSource = source == null ? null : source.element("encryption");
        XmlElement encryption = inSource == null ? disk.element("encryption") : inSource;
        if (encryption == null) {
            return;
        }
        if (inSource != null && disk.element("encryption") != null) {
            throw XmlErrors.unsupported(inSource, "<encryption> is given for the disk already");
        }
        if (encryption.attribute("format") == null) {
            throw XmlErrors.unacceptable(encryption, "attribute 'format' is missing");
        }
        for (XmlElement secret : encryption.elements("secret")) {
            if (secret.attribute("type") == null) {
                throw XmlErrors.unacceptable(secret, "attribute 'type' is missing");
            }
            checkSecret(secret);
        }
        String format = DiskProperties.DRIVER_TYPE.get(disk).orElse("raw");
        boolean byServer = "librbd".equals(encryption.attribute("engine"));
        if (!byServer && !format.equals("raw") && !format.equals("qcow2")) {
            throw XmlErrors.unsupported(encryption, "encryption is only for the formats 'raw' and 'qcow2'");
        }
    }
}
