package org.innkeeper.driver.xen.definition;

import java.util.List;
import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/**
 * A network interface as Xen sees it.
 *
 * @param type bridge, ethernet or network
 * @param mac its address as it is written, or null
 * @param source the bridge, the host's device or the virtual network, by type; or null
 * @param addresses the IP addresses that the host is to route to it
 * @param script the script that connects it, or null
 * @param hostName the name of its end on the host, or null for Xen's own
 * @param model the model of the card; {@code netfront} for none but Xen's own
 * @param rate how much it may send, in Xen's form, or null
 */
public record GuestInterface(
        String type,
        String mac,
        String source,
        List<String> addresses,
        String script,
        String hostName,
        String model,
        String rate) {
    /** The script that connects an interface to a bridge where none is named. */
    public static final String BRIDGE_SCRIPT = "vif-bridge";

    public GuestInterface {
        Objects.requireNonNull(type, "type");
        addresses = List.copyOf(addresses);
    }

    /** The interface that an element describes. */
    public static GuestInterface of(XmlElement element) {
        String type = Objects.requireNonNullElse(element.attribute("type"), "ethernet");
        String outbound = Elements.attributeAt(element, "bandwidth/outbound", "average");
        return new GuestInterface(
                type,
                Elements.attributeAt(element, "mac", "address"),
                source(element, type),
                element.elements("ip").stream()
                        .map(ip -> ip.attribute("address"))
                        .filter(Objects::nonNull)
                        .toList(),
                Elements.attributeAt(element, "script", "path"),
                Elements.attributeAt(element, "target", "dev"),
                Elements.attributeAt(element, "model", "type"),
                outbound == null ? null : TransferRate.text(Long.parseLong(outbound)));
    }

    private static String source(XmlElement element, String type) {
        return switch (type) {
            case "bridge" -> Elements.attributeAt(element, "source", "bridge");
            case "ethernet" -> Elements.attributeAt(element, "source", "dev");
            case "network" -> Elements.attributeAt(element, "source", "network");
            default -> throw XenErrors.unsupported("Xen has no network interfaces of the type " + type);
        };
    }

    /** Whether its end on the host has a name that Xen did not make up. */
    public boolean isNamed() {
        return hostName != null && !hostName.startsWith("vif");
    }

    public boolean isBridge() {
        return type.equals("bridge");
    }

    /** The element of this interface. */
    XmlElement toXml(Dialect dialect) {
        XmlElement element = Elements.of("interface", "type", type);
        if (mac != null) {
            element.add(Elements.of("mac", "address", mac));
        }
        if (source != null) {
            String kind = isBridge() ? "bridge" : type.equals("network") ? "network" : "dev";
            element.add(Elements.of("source", kind, source));
        }
        for (String address : addresses) {
            String family = address.indexOf(':') < 0 ? "ipv4" : "ipv6";
            element.add(
                    Elements.of("ip", "address", address, "family", dialect.isFrom(Dialect.LIBVIRT_3) ? family : null));
        }
        if (script != null) {
            element.add(Elements.of("script", "path", script));
        }
        if (hostName != null) {
            element.add(Elements.of("target", "dev", hostName));
        }
        if (model != null && dialect.isFrom(Dialect.LIBVIRT_0_10)) {
            element.add(Elements.of("model", "type", model));
        }
        Long kibibytes = rate == null ? null : TransferRate.kibibytes(rate);
        if (kibibytes != null && dialect.isFrom(Dialect.LIBVIRT_3)) {
            XmlElement bandwidth = new XmlElement("bandwidth");
            bandwidth.add(Elements.of("outbound", "average", kibibytes.toString()));
            element.add(bandwidth);
        }
        return element;
    }
}
