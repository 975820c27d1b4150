package org.innkeeper.driver.qemu.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Gives USB devices their port, and adds hubs where the controllers have too few. */
final class UsbPorts {
    private static final int HUB_PORTS = 8;

    private final GuestDefinition guest;

    /** Free ports by bus; a port of a hub is {@code 1.3}. */
    private final Map<Integer, TreeSet<String>> free = new TreeMap<>();

    UsbPorts(GuestDefinition guest) {
        this.guest = guest;
    }

    void assign() {
        for (XmlElement controller : guest.controllers("usb")) {
            int index = Nodes.number(controller, "@index", 0);
            for (int port = 1; port <= ports(controller); port++) {
                free.computeIfAbsent(index, bus -> new TreeSet<>(UsbPorts::comparePorts))
                        .add(Integer.toString(port));
            }
        }
        List<XmlElement> waiting = new ArrayList<>();
        for (XmlElement device : devices()) {
            if (Nodes.is(device, "address@type", "usb") && Nodes.text(device, "address@port") != null) {
                occupy(device);
            } else {
                waiting.add(device);
            }
        }
        addHubs(waiting);
        waiting.forEach(this::take);
    }

    private List<XmlElement> devices() {
        List<XmlElement> devices = new ArrayList<>(guest.devices("hub"));
        guest.devices("hostdev").stream()
                .filter(each -> Nodes.is(each, "@type", "usb"))
                .forEach(devices::add);
        guest.devices("disk").stream()
                .filter(each -> DiskTarget.bus(each).equals("usb"))
                .forEach(devices::add);
        guest.devices("input").stream().filter(UsbPorts::isOnUsb).forEach(devices::add);
        guest.devices("serial").stream()
                .filter(each -> Nodes.is(each, "target@type", "usb-serial"))
                .forEach(devices::add);
        guest.controllers("ccid").forEach(devices::add);
        guest.devices("sound").stream()
                .filter(each -> Nodes.is(each, "@model", "usb"))
                .forEach(devices::add);
        devices.addAll(guest.devices("redirdev"));
        return devices;
    }

    /** A tablet is a USB device unless it says otherwise; mice and keyboards are on the PS/2 port of a PC. */
    static boolean isOnUsb(XmlElement input) {
        return Nodes.text(input, "@bus", Nodes.is(input, "@type", "tablet") ? "usb" : "ps2")
                .equals("usb");
    }

    private static int ports(XmlElement controller) {
        return switch (Nodes.text(controller, "@model", "")) {
            case "ehci", "ich9-ehci1" -> 6;
            case "nec-xhci", "qemu-xhci" -> Nodes.number(controller, "@ports", 4);
            case "ich9-uhci1", "ich9-uhci2", "ich9-uhci3", "none" -> 0;
            default -> 2;
        };
    }

    private void occupy(XmlElement device) {
        int bus = Nodes.number(device, "address@bus", 0);
        String port = Nodes.text(device, "address@port");
        TreeSet<String> ports = free.get(bus);
        if (ports == null || !ports.remove(port)) {
            throw XmlErrors.unacceptable(
                    Nodes.nearest(device, "address"), "USB bus " + bus + " has no free port " + port);
        }
        if (device.name().equals("hub")) {
            addPortsOf(bus, port);
        }
    }

    private void addPortsOf(int bus, String port) {
        for (int each = 1; each <= HUB_PORTS; each++) {
            free.get(bus).add(port + "." + each);
        }
    }

    private void addHubs(List<XmlElement> waiting) {
        int available = free.values().stream().mapToInt(TreeSet::size).sum();
        int hubsWaiting = (int)
                waiting.stream().filter(device -> device.name().equals("hub")).count();
        available += hubsWaiting * HUB_PORTS;
        while (available > 0 && available < waiting.size()) {
            XmlElement hub = guest.add(new XmlElement("hub").setAttribute("type", "usb"));
            waiting.add(hubsWaiting++, hub);
            available += HUB_PORTS;
        }
    }

    private void take(XmlElement device) {
        int wantedBus = Nodes.number(device, "address@bus", -1);
        for (Map.Entry<Integer, TreeSet<String>> bus : free.entrySet()) {
            if (bus.getValue().isEmpty() || wantedBus >= 0 && bus.getKey() != wantedBus) {
                continue;
            }
            String port = bus.getValue().first();
            Nodes.put(device, "address", "type", "usb", "bus", Integer.toString(bus.getKey()), "port", port);
            occupy(device);
            return;
        }
        throw XmlErrors.unsupported(device, "no USB controller has a free port: add a controller of type usb");
    }

    private static int comparePorts(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        if (left.length != right.length) {
            return Integer.compare(left.length, right.length);
        }
        for (int i = 0; i < left.length; i++) {
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
