package org.innkeeper.driver.xen.definition;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlElement;

/**
 * The VLANs of an interface on a bridge of Open vSwitch. Xen's script takes them behind the bridge's name: one tag as
 * {@code ovs0.10}, the trunk's as {@code ovs0:10:20}.
 *
 * @param tags none for an interface without VLAN
 * @param trunk whether the guest sees the tags itself
 */
public record BridgeVlans(List<String> tags, boolean trunk) {
    static final String SCRIPT = "vif-openvswitch";
    static final BridgeVlans NONE = new BridgeVlans(List.of(), false);
    private static final String PORT_TYPE = "openvswitch";

    public BridgeVlans {
        tags = List.copyOf(tags);
    }

    /** The VLANs behind a bridge's name that the script is given. */
    static BridgeVlans ofBridge(String bridge) {
        if (bridge.matches("[^.:]+\\.[0-9]{1,4}")) {
            return new BridgeVlans(List.of(bridge.substring(bridge.indexOf('.') + 1)), false);
        }
        if (bridge.matches("[^.:]+(:[0-9]{1,4})+")) {
            return new BridgeVlans(
                    List.of(bridge.substring(bridge.indexOf(':') + 1).split(":")), true);
        }
        return NONE;
    }

    /** Whether an interface is on a bridge of Open vSwitch. */
    static boolean isSwitched(XmlElement element) {
        return PORT_TYPE.equals(Elements.attributeAt(element, "virtualport", "type"));
    }

    static BridgeVlans of(XmlElement element) {
        XmlElement vlan = element.element("vlan");
        if (vlan == null) {
            return NONE;
        }
        List<String> tags = vlan.elements("tag").stream()
                .map(tag -> tag.attribute("id"))
                .filter(Objects::nonNull)
                .toList();
        boolean trunk = "yes".equals(vlan.attribute("trunk")) || tags.size() > 1;
        return tags.isEmpty() ? NONE : new BridgeVlans(tags, trunk);
    }

    /** What stands behind the bridge's name. */
    String suffix() {
        if (tags.isEmpty()) {
            return "";
        }
        return trunk ? tags.stream().map(tag -> ":" + tag).collect(Collectors.joining()) : "." + tags.get(0);
    }

    /** The elements that say the same. */
    Stream<XmlElement> toXml() {
        if (tags.isEmpty()) {
            return Stream.of();
        }
        XmlElement vlan = Elements.of("vlan", "trunk", trunk ? "yes" : null);
        tags.forEach(tag -> vlan.add(Elements.of("tag", "id", tag)));
        return Stream.of(vlan, Elements.of("virtualport", "type", PORT_TYPE));
    }
}
