package org.innkeeper.core.xml.network;

import java.util.HashSet;
import java.util.Set;
import org.innkeeper.core.xml.IpAddress;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The addresses of a network are addresses, and what DHCP lends lies within them. */
final class AddressRules {
    private AddressRules() {}

    static void check(NetworkDocument network) {
        XmlElement root = network.root();
        boolean lent = false;
        for (XmlElement ip : root.elements("ip")) {
            IpAddress address = address(ip, "address");
            checkFamily(ip, address);
            int prefix = prefix(ip, address);
            XmlElement dhcp = ip.element("dhcp");
            if (dhcp == null) {
                continue;
            }
            if (address.isIpv4() && lent) {
                throw XmlErrors.unsupported(dhcp, "only one IPv4 address of a network can have <dhcp>");
            }
            lent |= address.isIpv4();
            checkDhcp(dhcp, address, prefix);
        }
        for (XmlElement route : root.elements("route")) {
            IpAddress address = address(route, "address");
            checkFamily(route, address);
            prefix(route, address);
            IpAddress gateway = address(route, "gateway");
            if (gateway.length() != address.length()) {
                throw XmlErrors.unacceptable(route, "the gateway is of another family than the address");
            }
        }
    }

    private static void checkDhcp(XmlElement dhcp, IpAddress network, int prefix) {
        for (XmlElement range : dhcp.elements("range")) {
            IpAddress start = address(range, "start");
            IpAddress end = address(range, "end");
            if (!start.sameNetwork(network, prefix) || !end.sameNetwork(network, prefix)) {
                throw XmlErrors.unacceptable(range, "the range is not within the network of " + network.text());
            }
            if (start.bits().compareTo(end.bits()) > 0) {
                throw XmlErrors.unacceptable(range, "the range ends before it starts");
            }
        }
        Set<String> addresses = new HashSet<>();
        for (XmlElement host : dhcp.elements("host")) {
            boolean named =
                    host.attribute("mac") != null || host.attribute("id") != null || host.attribute("name") != null;
            if (!named || host.attribute("ip") == null && host.attribute("name") == null) {
                throw XmlErrors.unacceptable(host, "a host needs a 'mac', 'id' or 'name', and an 'ip' or 'name'");
            }
            if (host.attribute("ip") != null
                    && !addresses.add(address(host, "ip").bits().toString())) {
                throw XmlErrors.unacceptable(host, "the address " + host.attribute("ip") + " is kept for two hosts");
            }
        }
    }

    private static void checkFamily(XmlElement element, IpAddress address) {
        String family = element.attribute("family");
        boolean six = "ipv6".equals(family);
        if (six == address.isIpv4()) {
            throw XmlErrors.unacceptable(
                    element, "'" + address.text() + "' is no " + (six ? "IPv6" : "IPv4") + " address; mind 'family'");
        }
    }

    private static int prefix(XmlElement element, IpAddress address) {
        String mask = element.attribute("netmask");
        String prefix = element.attribute("prefix");
        if (mask != null && prefix != null) {
            throw XmlErrors.unacceptable(element, "'netmask' and 'prefix' cannot stand together");
        }
        if (mask != null) {
            return address(element, "netmask")
                    .prefixOfMask()
                    .filter(length -> address.isIpv4())
                    .orElseThrow(() -> XmlErrors.unacceptable(element, "'" + mask + "' is no IPv4 mask"));
        }
        if (prefix == null) {
            return address.isIpv4() ? classOf(address) : 64;
        }
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > address.length()) {
            throw XmlErrors.unacceptable(element, "'prefix' must be from 0 to " + address.length());
        }
        return Integer.parseInt(prefix);
    }

    /** The length of the network part by the old classes, where neither mask nor prefix is given. */
    private static int classOf(IpAddress address) {
        int first = address.bits().shiftRight(24).intValue();
        return first < 128 ? 8 : first < 192 ? 16 : 24;
    }

    private static IpAddress address(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        if (text == null) {
            throw XmlErrors.unacceptable(element, "attribute '" + attribute + "' is missing");
        }
        return IpAddress.parse(text)
                .orElseThrow(() -> XmlErrors.unacceptable(element, "'" + text + "' is no IP address"));
    }
}
