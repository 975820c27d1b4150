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
 * @param vlans those of a bridge of Open vSwitch
 * @param addresses the IP addresses that the host is to route to it
 * @param script the script that connects it, or null
 * @param hostName the name of its end on the host, or null for Xen's own
 * @param model the model of the card; {@code netfront} for none but Xen's own
 * @param rate how much it may send, in units of 1024 bytes per second, or null
 * @param backEnd the domain that serves it, null for Domain-0
 */
public record GuestInterface(
        String type,
        String mac,
        String source,
        BridgeVlans vlans,
        List<String> addresses,
        String script,
        String hostName,
        String model,
        Long rate,
        String backEnd) {
    /** The script that connects an interface to a bridge where none is named. */
    public static final String BRIDGE_SCRIPT = "vif-bridge";
    /** The same on Solaris. */
    private static final String SOLARIS_SCRIPT = "vif-vnic";

    public GuestInterface {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(vlans, "vlans");
        addresses = List.copyOf(addresses);
    }

    /**
     * The interface that Xen's tools describe by names and values.
     *
     * @param bridge with its VLANs where the script is that of Open vSwitch
     * @param addresses parted by blanks
     * @param rate in Xen's form; one that is none counts as not given
     */
    public static GuestInterface ofTools(
            String mac,
            String bridge,
            String addresses,
            String script,
            String hostName,
            String model,
            String rate,
            String backEnd) {
        boolean bridged =
                bridge != null || script != null && (script.contains("bridge") || script.contains(SOLARIS_SCRIPT));
        boolean switched = bridge != null && script != null && script.contains(BridgeVlans.SCRIPT);
        BridgeVlans vlans = switched ? BridgeVlans.ofBridge(bridge) : BridgeVlans.NONE;
        return new GuestInterface(
                bridged ? "bridge" : "ethernet",
                mac,
                bridge == null
                        ? null
                        : bridge.substring(0, bridge.length() - vlans.suffix().length()),
                vlans,
                addresses == null || addresses.isBlank()
                        ? List.of()
                        : List.of(addresses.strip().split("\\s+")),
                script,
                hostName,
                model,
                rate == null ? null : TransferRate.kibibytes(rate),
                BackEndDomain.named(backEnd));
    }

    /** The interface that an element describes. */
    public static GuestInterface of(XmlElement element) {
        String type = Objects.requireNonNullElse(element.attribute("type"), "ethernet");
        String script = Elements.attributeAt(element, "script", "path");
        return new GuestInterface(
                type,
                Elements.attributeAt(element, "mac", "address"),
                source(element, type),
                BridgeVlans.of(element),
                element.elements("ip").stream()
                        .map(ip -> ip.attribute("address"))
                        .filter(Objects::nonNull)
                        .toList(),
                script == null && BridgeVlans.isSwitched(element) ? BridgeVlans.SCRIPT : script,
                Elements.attributeAt(element, "target", "dev"),
                Elements.attributeAt(element, "model", "type"),
                rate(Elements.attributeAt(element, "bandwidth/outbound", "average")),
                BackEndDomain.of(element));
    }

    private static String source(XmlElement element, String type) {
        return switch (type) {
            case "bridge" -> Elements.attributeAt(element, "source", "bridge");
            case "ethernet" -> Elements.attributeAt(element, "source", "dev");
            case "network" -> Elements.attributeAt(element, "source", "network");
            default -> throw XenErrors.unsupported("Xen has no network interfaces of the type " + type);
        };
    }

    private static Long rate(String average) {
        if (average == null) {
            return null;
        }
        if (!average.matches("[0-9]{1,15}")) {
            throw XenErrors.unsupported("'" + average + "' is no rate of a network interface in KiB per second");
        }
        return Long.valueOf(average);
    }

    /** Whether its end on the host has a name that Xen did not make up. */
    public boolean isNamed() {
        return hostName != null && !hostName.startsWith("vif");
    }

    public boolean isBridge() {
        return type.equals("bridge");
    }

    /** The bridge as Xen's tools are told it, with its VLANs; null where the interface is on none. */
    public String bridge() {
        return isBridge() && source != null ? source + vlans.suffix() : null;
    }

    /** What may be sent, in Xen's form; null where nothing is said. */
    public String rateText() {
        return rate == null ? null : TransferRate.text(rate);
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
        vlans.toXml().forEach(element::add);
        for (String address : addresses) {
            String family = address.indexOf(':') < 0 ? "ipv4" : "ipv6";
            element.add(
                    Elements.of("ip", "address", address, "family", dialect.isFrom(Dialect.LIBVIRT_3) ? family : null));
        }
        if (script != null) {
            element.add(Elements.of("script", "path", script));
        }
        BackEndDomain.add(element, backEnd);
        if (hostName != null) {
            element.add(Elements.of("target", "dev", hostName));
        }
        if (model != null && dialect.isFrom(Dialect.LIBVIRT_0_10)) {
            element.add(Elements.of("model", "type", model));
        }
        if (rate != null && dialect.isFrom(Dialect.LIBVIRT_3)) {
            XmlElement bandwidth = new XmlElement("bandwidth");
            bandwidth.add(Elements.of("outbound", "average", rate.toString()));
            element.add(bandwidth);
        }
        return element;
    }
}
