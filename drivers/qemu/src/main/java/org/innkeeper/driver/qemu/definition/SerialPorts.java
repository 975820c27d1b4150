package org.innkeeper.driver.qemu.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.innkeeper.core.xml.XmlElement;

/** Gives channels and virtio consoles their port of a virtio-serial controller, and adds the controllers they need. */
final class SerialPorts {
    private static final int PORTS = 31;

    /** Port 0 is kept for the first console, as guests expect it. */
    private static final int FIRST_PORT = 1;

    private final GuestDefinition guest;
    private final Set<String> taken = new HashSet<>();

    SerialPorts(GuestDefinition guest) {
        this.guest = guest;
    }

    void assign() {
        List<XmlElement> ports = Stream.concat(guest.devices("channel").stream(), guest.devices("console").stream())
                .filter(port -> Nodes.is(port, "target@type", "virtio"))
                .toList();
        for (XmlElement port : ports) {
            XmlElement address = port.element("address");
            if (address != null && Nodes.number(address, "@port", 0) > 0) {
                int controller = Nodes.number(address, "@controller", 0);
                taken.add(controller + ":" + Nodes.number(address, "@port", 0));
                addController(controller);
            }
        }
        for (XmlElement port : ports) {
            if (port.name().equals("channel") && Nodes.number(port, "address@port", 0) == 0) {
                take(port);
            } else if (port.name().equals("console")) {
                // The emulator finds a port for it; guests expect the first console at the first free one.
                addController(Nodes.number(port, "address@controller", 0));
            }
        }
    }

    private void take(XmlElement port) {
        int start = Nodes.number(port, "address@controller", 0);
        for (int controller = start; ; controller++) {
            for (int number = FIRST_PORT; number < PORTS; number++) {
                if (taken.add(controller + ":" + number)) {
                    Nodes.put(
                            port,
                            "address",
                            "type",
                            "virtio-serial",
                            "controller",
                            Integer.toString(controller),
                            "bus",
                            "0",
                            "port",
                            Integer.toString(number));
                    addController(controller);
                    return;
                }
            }
        }
    }

    private void addController(int index) {
        boolean there = guest.controllers("virtio-serial").stream()
                .anyMatch(controller -> Nodes.number(controller, "@index", 0) == index);
        if (!there) {
            guest.addController("virtio-serial", index, null);
        }
    }
}
