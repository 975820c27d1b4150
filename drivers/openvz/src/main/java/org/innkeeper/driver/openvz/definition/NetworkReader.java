package org.innkeeper.driver.openvz.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.xml.IpAddress;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Reads the network of a container from documents. */
final class NetworkReader {
    private NetworkReader() {}

    /** From {@code <interface>} elements: ethernet with addresses is venet, bridge is a virtual Ethernet device. */
    static ContainerSpec.Network of(List<XmlElement> elements) {
        List<VenetAddress> addresses = new ArrayList<>();
        List<NetInterface> devices = new ArrayList<>();
        Set<String> names = new HashSet<>();
        elements.forEach(element -> names.add(attribute(element, "guest", "dev")));
        for (XmlElement element : elements) {
            String type = Objects.requireNonNullElse(element.attribute("type"), "");
            List<XmlElement> ips = element.elements("ip");
            if (type.equals("ethernet") && !ips.isEmpty()) {
                ips.forEach(ip -> addresses.add(routed(ip)));
            } else if (type.equals("ethernet") || type.equals("bridge")) {
                devices.add(device(element, names));
            } else {
                throw XmlErrors.unsupported(element, "a container's interface is of the type ethernet or bridge");
            }
        }
        return new ContainerSpec.Network(addresses, devices, Optional.empty(), List.of());
    }

    private static VenetAddress routed(XmlElement ip) {
        String address = address(ip, ip.attribute("address"));
        String prefix = ip.attribute("prefix");
        String mask = prefix == null ? ip.attribute("netmask") : prefix;
        return VenetAddress.parse(address, mask)
                .orElseThrow(
                        () -> XmlErrors.unacceptable(ip, "'" + mask + "' is no prefix of an address like " + address));
    }

    private static String address(XmlElement element, String text) {
        String address = text == null ? "" : text.strip();
        if (IpAddress.parse(address).isEmpty()) {
            throw XmlErrors.unacceptable(element, "'" + address + "' is no IP address");
        }
        return address;
    }

    /** @param names what devices are called already; the one that is chosen is added */
    private static NetInterface device(XmlElement element, Set<String> names) {
        String name = attribute(element, "guest", "dev");
        for (int i = 0; name == null; i++) {
            name = names.add("eth" + i) ? "eth" + i : null;
        }
        XmlElement mac = element.element("mac");
        String address = mac == null ? null : macAddress(mac);
        return new NetInterface(
                name, address, attribute(element, "target", "dev"), null, attribute(element, "source", "bridge"));
    }

    private static String attribute(XmlElement element, String child, String attribute) {
        XmlElement found = element.element(child);
        String value = found == null ? null : found.attribute(attribute);
        if (value != null && !Names.isDevice(value)) {
            throw XmlErrors.unacceptable(found, "'" + value + "' is no name of a network device");
        }
        return value;
    }

    /** From the {@code <network>} of 2007, whose netmask and gateway are the host's affair. */
    static ContainerSpec.Network of2007(XmlElement network) {
        List<VenetAddress> addresses = new ArrayList<>();
        network.elements("ipaddress")
                .forEach(ip -> addresses.add(
                        VenetAddress.parse(address(ip, ip.text()), null).orElseThrow()));
        List<String> nameservers = new ArrayList<>();
        network.elements("nameserver").forEach(server -> nameservers.add(address(server, server.text())));
        XmlElement hostname = network.element("hostname");
        if (hostname != null && !Names.isHost(hostname.text().strip())) {
            throw XmlErrors.unacceptable(hostname, "'" + hostname.text().strip() + "' is no name of a host");
        }
        return new ContainerSpec.Network(
                addresses,
                List.of(),
                Optional.ofNullable(hostname).map(name -> name.text().strip()),
                nameservers);
    }

    private static String macAddress(XmlElement mac) {
        String text = Objects.requireNonNullElse(mac.attribute("address"), "").strip();
        if (!text.matches("(?i)[0-9a-f]{1,2}(:[0-9a-f]{1,2}){5}")) {
            throw XmlErrors.unacceptable(mac, "'" + text + "' is no MAC address");
        }
        return MacAddress.parse(text).toString();
    }
}
