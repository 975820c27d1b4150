package org.innkeeper.core.xml.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.DeclaredValues;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What any virtual network must keep. */
final class NetworkRules {
    private NetworkRules() {}

    static void check(NetworkDocument network) {
        XmlElement root = network.root();
        if (network.name().isBlank()) {
            throw XmlErrors.unacceptable(root, "the network has no <name>");
        }
        if (network.name().contains("/")) {
            throw XmlErrors.unacceptable(root.element("name"), "a name cannot contain '/'");
        }
        DeclaredValues.check(root, NetworkCatalogues.ALL);
        checkMac(network);
        checkForward(network);
        checkDns(root);
        checkPortGroups(root);
        AddressRules.check(network);
    }

    private static void checkMac(NetworkDocument network) {
        MacAddress mac = network.get(NetworkProperties.MAC).orElse(null);
        if (mac != null && mac.isMulticast()) {
            throw XmlErrors.unacceptable(
                    network.root().element("mac"), "the address " + mac + " is a multicast address");
        }
    }

    private static void checkForward(NetworkDocument network) {
        XmlElement root = network.root();
        XmlElement forward = root.element("forward");
        if (forward == null) {
            return;
        }
        String mode = network.get(NetworkProperties.FORWARD_MODE).orElse("nat");
        boolean device = forward.attribute("dev") != null || forward.element("interface") != null;
        if (mode.equals("open") && device) {
            throw XmlErrors.unacceptable(forward, "a network of forward mode 'open' has no device");
        }
        if (mode.equals("hostdev") && root.element("bridge") != null) {
            throw XmlErrors.unsupported(root.element("bridge"), "a network of forward mode 'hostdev' has no bridge");
        }
        if (forward.element("nat") != null && !mode.equals("nat")) {
            throw XmlErrors.unacceptable(forward.element("nat"), "<nat> is only for forward mode 'nat'");
        }
        checkLentDevices(forward);
    }

    private static void checkLentDevices(XmlElement forward) {
        List<XmlElement> interfaces = forward.elements("interface");
        List<XmlElement> addresses = forward.elements("address");
        if (!interfaces.isEmpty() && !addresses.isEmpty()) {
            throw XmlErrors.unacceptable(forward, "<interface> and <address> cannot stand together");
        }
        Set<String> seen = new HashSet<>();
        for (XmlElement address : addresses) {
            String place = ForwardAddressProperties.DOMAIN.get(address).orElse(0)
                    + ":" + ForwardAddressProperties.BUS.get(address).orElse(0)
                    + ":" + ForwardAddressProperties.SLOT.get(address).orElse(0)
                    + "." + ForwardAddressProperties.FUNCTION.get(address).orElse(0);
            if (!seen.add(place)) {
                throw XmlErrors.unacceptable(address, "the device is given twice");
            }
        }
        for (XmlElement device : interfaces) {
            if (device.attribute("dev") == null) {
                throw XmlErrors.unacceptable(device, "attribute 'dev' is missing");
            }
            if (!seen.add(device.attribute("dev"))) {
                throw XmlErrors.unacceptable(device, "the device is given twice");
            }
        }
    }

    private static void checkDns(XmlElement root) {
        XmlElement dns = root.element("dns");
        if (dns == null) {
            return;
        }
        if ("no".equals(dns.attribute("enable")) && !dns.elements().isEmpty()) {
            throw XmlErrors.unacceptable(dns, "DNS is off, so nothing can stand in it");
        }
        for (XmlElement text : dns.elements("txt")) {
            String name = text.attribute("name");
            if (name == null || name.isEmpty() || name.contains(" ")) {
                throw XmlErrors.unacceptable(text, "a text record needs a 'name' without blanks");
            }
        }
        for (XmlElement service : dns.elements("srv")) {
            if (service.attribute("service") == null || service.attribute("protocol") == null) {
                throw XmlErrors.unacceptable(service, "a service record needs 'service' and 'protocol'");
            }
        }
        for (XmlElement host : dns.elements("host")) {
            if (host.attribute("ip") == null || host.element("hostname") == null) {
                throw XmlErrors.unacceptable(host, "a DNS host needs an 'ip' and a <hostname>");
            }
        }
        for (XmlElement forwarder : dns.elements("forwarder")) {
            if (forwarder.attribute("addr") == null && forwarder.attribute("domain") == null) {
                throw XmlErrors.unacceptable(forwarder, "a forwarder needs an 'addr' or a 'domain'");
            }
        }
    }

    private static void checkPortGroups(XmlElement root) {
        Set<String> names = new HashSet<>();
        boolean byDefault = false;
        for (XmlElement group : root.elements("portgroup")) {
            String name = group.attribute("name");
            if (name == null || !names.add(name)) {
                throw XmlErrors.unacceptable(group, "a port group needs a 'name' of its own");
            }
            if ("yes".equals(group.attribute("default"))) {
                if (byDefault) {
                    throw XmlErrors.unacceptable(group, "there are two port groups by default");
                }
                byDefault = true;
            }
        }
    }
}
