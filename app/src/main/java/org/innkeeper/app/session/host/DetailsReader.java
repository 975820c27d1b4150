package org.innkeeper.app.session.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.innkeeper.app.session.DiskSummary;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.InterfaceSummary;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** Takes from a definition what lists and overviews show. */
final class DetailsReader {
    private static final String LIBOSINFO = "http://libosinfo.org/xmlns/libvirt/domain/1.0";
    private static final BigInteger KIB = BigInteger.valueOf(1024);

    private DetailsReader() {}

    static GuestDetails read(String xml) {
        XmlElement domain = XmlDocument.parse(xml).root();
        XmlElement type = child(child(domain, "os"), "type");
        List<DiskSummary> disks = new ArrayList<>();
        List<InterfaceSummary> interfaces = new ArrayList<>();
        List<String> graphics = new ArrayList<>();
        XmlElement devices = domain.element("devices");
        if (devices != null) {
            devices.elements("disk").forEach(disk -> disks.add(disk(disk)));
            devices.elements("interface").forEach(nic -> interfaces.add(nic(nic)));
            devices.elements("graphics").forEach(screen -> graphics.add(attribute(screen, "type", "unknown")));
        }
        return new GuestDetails(
                text(domain, "title"),
                text(domain, "description"),
                operatingSystem(domain.element("metadata")),
                attribute(domain, "type", "xen"),
                attribute(type, "arch", null),
                attribute(type, "machine", null),
                vcpus(domain.element("vcpu")),
                memory(domain.element("memory")),
                disks,
                interfaces,
                graphics);
    }

    private static DiskSummary disk(XmlElement disk) {
        XmlElement source = disk.element("source");
        XmlElement target = disk.element("target");
        String path = attribute(source, "file", attribute(source, "dev", null));
        return new DiskSummary(
                attribute(target, "dev", ""),
                attribute(disk, "device", "disk"),
                attribute(target, "bus", null),
                path != null ? path : elsewhere(source),
                path,
                disk.element("readonly") != null,
                disk.element("shareable") != null);
    }

    /** A source that is no file and no device of the host, as people would write it. */
    private static String elsewhere(XmlElement source) {
        if (source == null) {
            return null;
        }
        String pool = source.attribute("pool");
        if (pool != null) {
            return pool + "/" + attribute(source, "volume", "");
        }
        String protocol = source.attribute("protocol");
        return protocol != null ? protocol + ":" + attribute(source, "name", "") : source.attribute("dir");
    }

    private static InterfaceSummary nic(XmlElement nic) {
        XmlElement source = nic.element("source");
        String type = attribute(nic, "type", "user");
        String from = attribute(source, type, attribute(source, "name", attribute(source, "dev", null)));
        return new InterfaceSummary(
                type,
                from,
                attribute(nic.element("mac"), "address", null),
                attribute(nic.element("model"), "type", null),
                attribute(nic.element("target"), "dev", null));
    }

    /** The operating system libosinfo knows; its prefix is free, so the namespace tells. */
    private static String operatingSystem(XmlElement metadata) {
        if (metadata == null) {
            return null;
        }
        for (XmlElement entry : metadata.elements()) {
            if (entry.localName().equals("libosinfo") && LIBOSINFO.equals(entry.namespace())) {
                for (XmlElement os : entry.elements()) {
                    if (os.localName().equals("os")) {
                        return os.attribute("id");
                    }
                }
            }
        }
        return null;
    }

    private static int vcpus(XmlElement vcpu) {
        if (vcpu == null) {
            return 1;
        }
        String current = attribute(vcpu, "current", vcpu.text());
        return (int) Math.min(number(current), Integer.MAX_VALUE);
    }

    private static long memory(XmlElement memory) {
        if (memory == null) {
            return -1;
        }
        try {
            BigInteger unit = SizeUnit.bytes(attribute(memory, "unit", "KiB"));
            return new BigInteger(memory.text().trim())
                    .multiply(unit)
                    .divide(KIB)
                    .longValueExact();
        } catch (IllegalArgumentException | ArithmeticException e) {
            // The driver accepted it, so it is in a form we do not know: not known, rather than wrong.
            return -1;
        }
    }

    private static long number(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        return trimmed.matches("[0-9]{1,9}") ? Long.parseLong(trimmed) : -1;
    }

    private static XmlElement child(XmlElement parent, String name) {
        return parent == null ? null : parent.element(name);
    }

    private static String text(XmlElement parent, String name) {
        XmlElement element = parent.element(name);
        return element == null || element.text().isBlank()
                ? null
                : element.text().strip();
    }

    private static String attribute(XmlElement element, String name, String otherwise) {
        String value = element == null ? null : element.attribute(name);
        return value == null ? otherwise : value;
    }
}
