package org.innkeeper.driver.qemu.command;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.definition.Nodes;

/** What a network interface is plugged into on the host. */
final class NetworkBackEnd {
    private static final int LONGEST_NAME = 15;

    private NetworkBackEnd() {}

    static void write(GuestContext guest, XmlElement nic, String id) {
        String type = Nodes.text(nic, "@type", "");
        switch (type) {
            case "user" -> guest.netdev(user(nic).put("id", id));
            case "bridge" -> {
                String bridge = Nodes.text(nic, "source@bridge", Nodes.text(nic, "source@dev"));
                if (bridge == null) {
                    throw XmlErrors.unacceptable(nic, "the bridge of the interface is not said");
                }
                guest.netdev(tap(guest, nic, bridge).put("id", id));
            }
            case "ethernet" -> guest.netdev(tap(guest, nic, null).put("id", id));
            case "mcast", "server", "client", "udp" ->
                guest.netdev(socket(nic, type).put("id", id));
            case "network" ->
                throw Unsupported.because(
                        nic,
                        "virtual networks are not there yet, so network '" + Nodes.text(nic, "source@network", "")
                                + "' cannot be joined",
                        "Use <interface type='user'>, or type='bridge' with a bridge of the host.");
            default ->
                throw Unsupported.value(
                        nic, "interface type", type, "user, bridge, ethernet, mcast, server, client, udp");
        }
    }

    private static Props user(XmlElement nic) {
        Props props = Props.of("type", "user");
        for (XmlElement ip : nic.elements("ip")) {
            String address = Nodes.text(ip, "@address", "");
            String prefix = Nodes.text(ip, "@prefix");
            if (Nodes.is(ip, "@family", "ipv6")) {
                props.put("ipv6-prefix", address);
                props.putIfSet("ipv6-prefixlen", Nodes.number(ip, "@prefix"));
            } else {
                props.put("net", address + (prefix == null ? "" : "/" + prefix));
            }
        }
        if (Nodes.has(nic, "backend@type") && !Nodes.is(nic, "backend@type", "default")) {
            throw Unsupported.value(
                    nic.element("backend"), "network back end", Nodes.text(nic, "backend@type"), "default");
        }
        return props;
    }

    private static Props tap(GuestContext guest, XmlElement nic, String bridge) {
        String wanted = Nodes.text(nic, "target@dev");
        boolean managed = !Nodes.isOff(nic, "target@managed");
        if (wanted != null && (wanted.length() > LONGEST_NAME || !wanted.matches("[A-Za-z0-9_.:%-]+"))) {
            throw XmlErrors.unacceptable(nic.element("target"), "'" + wanted + "' is not the name of a network device");
        }
        // Names like vnet0 are given at start, also where an old definition still holds one.
        boolean ours = wanted == null || managed && wanted.matches("(vnet\\d+)|.*%.*");
        String name = ours ? guest.host().freeTapName() : wanted;
        guest.taps().add(new TapDevice(name, bridge, Nodes.text(nic, "mac@address"), managed, guest.alias(nic)));
        Props props =
                Props.of("type", "tap").put("ifname", name).put("script", "no").put("downscript", "no");
        if (Nodes.is(nic, "driver@name", "vhost")) {
            props.put("vhost", true);
        }
        return props.putIfSet("sndbuf", Nodes.number(nic, "tune/sndbuf"));
    }

    private static Props socket(XmlElement nic, String type) {
        XmlElement source = nic.element("source");
        if (source == null || Nodes.number(source, "@port") == null) {
            throw XmlErrors.unacceptable(nic, "an interface of type '" + type + "' needs <source> with a port");
        }
        String address = Nodes.text(source, "@address", "");
        int port = Nodes.number(source, "@port", 0);
        String end = address + ":" + port;
        Props props = Props.of("type", "socket");
        switch (type) {
            case "mcast" -> props.put("mcast", end);
            case "server" -> props.put("listen", end);
            case "client" -> props.put("connect", end);
            default -> {
                List<String> local = new ArrayList<>();
                local.add(Nodes.text(source, "local@address", ""));
                local.add(Nodes.text(source, "local@port", "0"));
                props.put("udp", end).put("localaddr", String.join(":", local));
            }
        }
        return props;
    }
}
