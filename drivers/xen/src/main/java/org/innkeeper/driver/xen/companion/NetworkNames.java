package org.innkeeper.driver.xen.companion;

import java.util.List;
import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;

/**
 * Interfaces of virtual networks. Xen knows their bridges only; one that is still on the bridge its network had is one of
 * that network. The bridge stays beside it, for hosts where nobody knows networks.
 */
final class NetworkNames {
    private static final String NETWORK = "network";
    private static final String BRIDGE = "bridge";

    private NetworkNames() {}

    /**
     * @param now what Xen's tools tell, with the names of networks put back
     * @param asked what was to be stored, with name and bridge
     */
    static void restore(XmlElement now, XmlElement asked) {
        List<XmlElement> known = Elements.devices(asked, "interface");
        for (XmlElement card : Elements.devices(now, "interface")) {
            XmlElement source = card.element("source");
            if (source == null || source.attribute(NETWORK) == null) {
                continue;
            }
            if (known.stream().anyMatch(other -> sameSource(source, other.element("source")))) {
                card.setAttribute("type", NETWORK);
            } else if (source.attribute(BRIDGE) != null) {
                source.setAttribute(NETWORK, null);
            }
        }
    }

    private static boolean sameSource(XmlElement one, XmlElement other) {
        return other != null
                && Objects.equals(one.attribute(NETWORK), other.attribute(NETWORK))
                && Objects.equals(one.attribute(BRIDGE), other.attribute(BRIDGE));
    }
}
