package org.innkeeper.driver.openvz.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * A virtual Ethernet device of a container; what is not known is null.
 *
 * @param name its name inside the container, {@code eth0}
 * @param mac its address inside, in lower case
 * @param hostName the name of its other end on the host
 * @param hostMac the address of the other end
 * @param bridge the bridge the other end is in
 */
public record NetInterface(String name, String mac, String hostName, String hostMac, String bridge) {
    /** The devices the key {@code NETIF} tells, in its order; a part it does not know is passed over. */
    public static List<NetInterface> of(ContainerConfig config) {
        List<NetInterface> interfaces = new ArrayList<>();
        for (String device : config.value("NETIF").orElse("").split(";")) {
            if (!device.isBlank()) {
                interfaces.add(parse(device));
            }
        }
        return interfaces;
    }

    private static NetInterface parse(String text) {
        String name = null;
        String mac = null;
        String hostName = null;
        String hostMac = null;
        String bridge = null;
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String value = part.substring(equals + 1).strip();
            if (equals < 0 || value.isEmpty()) {
                continue;
            }
            switch (part.substring(0, equals).strip()) {
                case "ifname" -> name = value;
                case "mac" -> mac = value.toLowerCase(Locale.ROOT);
                case "host_ifname" -> hostName = value;
                case "host_mac" -> hostMac = value.toLowerCase(Locale.ROOT);
                case "bridge" -> bridge = value;
                default -> {
                    // mac_filter and later additions do not matter here.
                }
            }
        }
        return new NetInterface(name, mac, hostName, hostMac, bridge);
    }

    /** The value of {@code vzctl set --netif_add}; vzctl makes up what is left out. */
    public String parameter() {
        return String.join(",", name, orEmpty(mac), orEmpty(hostName), orEmpty(hostMac), orEmpty(bridge))
                .replaceFirst(",+$", "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
