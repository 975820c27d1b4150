package org.innkeeper.core.xml.network;

import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;

/** Fills in what a definition leaves open, as libvirt does before it keeps one. */
public final class NetworkCompletion {
    private static final Set<String> OWN_BRIDGE = Set.of("", "nat", "route", "open");

    private NetworkCompletion() {}

    /** Completes a definition in place. Names of bridges, addresses of cards and UUIDs are for the driver to choose. */
    public static void complete(NetworkDocument network) {
        XmlElement root = network.root();
        if ("no".equals(root.attribute("ipv6"))) {
            root.setAttribute("ipv6", null);
        }
        network.get(NetworkProperties.MAC)
                .ifPresent(mac -> root.element("mac").setAttribute("address", mac.toString()));
        XmlElement forward = root.element("forward");
        if (forward != null) {
            completeForward(forward);
        }
        String mode = forward == null ? "" : forward.attribute("mode");
        XmlElement bridge = root.element("bridge");
        if (bridge != null && OWN_BRIDGE.contains(mode)) {
            setIfMissing(bridge, "stp", "on");
            setIfMissing(bridge, "delay", "0");
        }
    }

    private static void completeForward(XmlElement forward) {
        setIfMissing(forward, "mode", "nat");
        List<XmlElement> interfaces = forward.elements("interface");
        String device = forward.attribute("dev");
        if (device != null && interfaces.isEmpty()) {
            forward.insert(new XmlElement("interface").setAttribute("dev", device));
        } else if (device == null && !interfaces.isEmpty()) {
            forward.setAttribute("dev", interfaces.get(0).attribute("dev"));
        }
    }

    private static void setIfMissing(XmlElement element, String attribute, String value) {
        if (element.attribute(attribute) == null) {
            element.setAttribute(attribute, value);
        }
    }
}
