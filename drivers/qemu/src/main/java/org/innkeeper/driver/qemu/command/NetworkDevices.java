package org.innkeeper.driver.qemu.command;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Network interfaces: what the guest sees, and what it is plugged into. */
final class NetworkDevices implements CommandSection {
    private static final Map<String, String> DRIVERS = Map.of(
            "pcnet", "pcnet",
            "ne2k_pci", "ne2k_pci",
            "ne2k_isa", "ne2k_isa",
            "usb-net", "usb-net");

    @Override
    public void write(GuestContext guest) {
        List<XmlElement> nics = guest.definition().devices("interface");
        for (int i = 0; i < nics.size(); i++) {
            XmlElement nic = nics.get(i);
            refuseUnsupported(nic);
            String netdev = "host" + guest.alias(nic);
            NetworkBackEnd.write(guest, nic, netdev);
            writeDevice(guest, nic, netdev);
        }
    }

    private static void writeDevice(GuestContext guest, XmlElement nic, String netdev) {
        String model = Nodes.text(nic, "model@type", "");
        boolean virtio = model.startsWith("virtio");
        Props props;
        if (virtio) {
            String transport = model.equals("virtio") ? null : model;
            props = VirtioDriver.options(nic, Props.of("driver", VirtioDriver.name("virtio-net", transport)));
            addVirtio(nic, props);
        } else {
            props = Props.of("driver", DRIVERS.getOrDefault(model, model));
        }
        Unsupported.requireDevice(guest, Nodes.child(nic, "model"), String.valueOf(props.get("driver")));
        props.put("netdev", netdev).put("id", guest.alias(nic)).put("mac", Nodes.text(nic, "mac@address"));
        BusAddress.pci(guest, nic, props);
        props.putIfSet("bootindex", guest.bootIndex(nic));
        addRom(nic, props);
        props.putIfSet("host_mtu", virtio ? Nodes.number(nic, "mtu@size") : null);
        guest.device(props);
    }

    private static void addVirtio(XmlElement nic, Props props) {
        String transmit = Nodes.text(nic, "driver@txmode");
        if (transmit != null) {
            props.put("tx", transmit.equals("iothread") ? "bh" : transmit);
        }
        props.putIfSet("ioeventfd", Nodes.flag(nic, "driver@ioeventfd"));
        props.putIfSet("event_idx", Nodes.flag(nic, "driver@event_idx"));
        props.putIfSet("rss", Nodes.flag(nic, "driver@rss"));
        props.putIfSet("hash", Nodes.flag(nic, "driver@rss_hash_report"));
        props.putIfSet("rx_queue_size", Nodes.number(nic, "driver@rx_queue_size"));
        props.putIfSet("tx_queue_size", Nodes.number(nic, "driver@tx_queue_size"));
        for (String side : List.of("host", "guest")) {
            XmlElement offloads = Nodes.child(nic, "driver/" + side);
            if (offloads != null) {
                offloads.attributes().keySet().forEach(name -> {
                    boolean plain = side.equals("host") && (name.equals("csum") || name.equals("gso"));
                    String property = plain ? name : name.equals("mrg_rxbuf") ? name : side + "_" + name;
                    props.putIfSet(property, Nodes.flag(offloads, "@" + name));
                });
            }
        }
    }

    private static void addRom(XmlElement nic, Props props) {
        if (Nodes.isOff(nic, "rom@enabled")) {
            props.put("romfile", "");
            return;
        }
        props.putIfSet("romfile", Nodes.text(nic, "rom@file"));
        Boolean bar = Nodes.flag(nic, "rom@bar");
        if (bar != null) {
            props.put("rombar", bar ? 1 : 0);
        }
    }

    private static void refuseUnsupported(XmlElement nic) {
        for (String element : List.of("bandwidth", "filterref", "virtualport", "vlan", "teaming", "portForward")) {
            XmlElement found = nic.element(element);
            if (found != null) {
                throw Unsupported.because(
                        found,
                        "an interface with <" + element + "> cannot be had from this driver yet",
                        "Remove <" + element + "> from the interface.");
            }
        }
        if (Nodes.is(nic, "link@state", "down")) {
            throw Unsupported.because(
                    nic.element("link"), "an interface cannot start with its link down yet", "Remove <link>.");
        }
        if (Nodes.number(nic, "driver@queues", 1) > 1) {
            throw Unsupported.because(
                    nic.element("driver"),
                    "several queues of an interface are not supported yet",
                    "Remove queues= from the interface's <driver>.");
        }
    }
}
