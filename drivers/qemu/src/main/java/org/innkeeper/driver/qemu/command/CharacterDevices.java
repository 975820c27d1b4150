package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Serial and parallel ports, channels to agents in the guest, and consoles. */
final class CharacterDevices implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        int place = 0;
        for (XmlElement serial : guest.definition().devices("serial")) {
            writeSerial(guest, serial, place++);
        }
        for (XmlElement parallel : guest.definition().devices("parallel")) {
            CharacterBackEnd.write(guest, parallel, chardev(guest, parallel));
            guest.device(Props.of("driver", "isa-parallel")
                    .put("chardev", chardev(guest, parallel))
                    .put("id", guest.alias(parallel)));
        }
        guest.definition().devices("channel").forEach(channel -> writeChannel(guest, channel));
        guest.definition().devices("console").forEach(console -> writeConsole(guest, console));
    }

    private static String chardev(GuestContext guest, XmlElement device) {
        return "char" + guest.alias(device);
    }

    private static void writeSerial(GuestContext guest, XmlElement serial, int place) {
        CharacterBackEnd.write(guest, serial, chardev(guest, serial));
        String otherwise = guest.definition().family().isPc() ? "isa-serial" : "system-serial";
        String type = Nodes.text(serial, "target@type", otherwise);
        if (type.equals("system-serial")) {
            guest.option("-serial", "chardev:" + chardev(guest, serial));
            return;
        }
        String driver = Nodes.text(serial, "target/model@name", type);
        Props props = Props.of("driver", driver)
                .put("chardev", chardev(guest, serial))
                .put("id", guest.alias(serial));
        switch (type) {
            case "isa-serial" -> props.put("index", Nodes.number(serial, "target@port", place));
            case "pci-serial" -> BusAddress.pci(guest, serial, props);
            case "usb-serial" -> BusAddress.usb(guest, serial, props);
            case "isa-debug" -> props.putIfSet("iobase", Nodes.text(serial, "address@iobase"));
            default -> throw Unsupported.value(serial, "serial port type", type, "isa-serial, pci-serial, usb-serial");
        }
        Unsupported.requireDevice(guest, serial, driver);
        guest.device(props);
    }

    private static void writeChannel(GuestContext guest, XmlElement channel) {
        String type = Nodes.text(channel, "target@type", "");
        if (!type.equals("virtio")) {
            throw Unsupported.value(channel, "channel type", type, "virtio");
        }
        CharacterBackEnd.write(guest, channel, chardev(guest, channel));
        boolean spice = Nodes.is(channel, "@type", "spicevmc") || Nodes.is(channel, "@type", "qemu-vdagent");
        guest.device(port(guest, channel, "virtserialport")
                .putIfSet("name", Nodes.text(channel, "target@name", spice ? "com.redhat.spice.0" : null)));
    }

    private static Props port(GuestContext guest, XmlElement device, String driver) {
        Props props = Props.of("driver", driver);
        if (Nodes.is(device, "address@type", "virtio-serial")) {
            int controller = Nodes.number(device, "address@controller", 0);
            props.put("bus", BusAddress.controllerAlias(guest.definition(), "virtio-serial", controller) + ".0");
            props.put("nr", Nodes.number(device, "address@port", 0));
        }
        return props.put("chardev", chardev(guest, device)).put("id", guest.alias(device));
    }

    private static void writeConsole(GuestContext guest, XmlElement console) {
        String type = Nodes.text(console, "target@type", "serial");
        if (type.equals("virtio")) {
            CharacterBackEnd.write(guest, console, chardev(guest, console));
            guest.device(port(guest, console, "virtconsole"));
        } else if (!type.equals("serial")) {
            throw Unsupported.value(console, "console type", type, "serial, virtio");
        }
        // A console of type serial is the first serial port seen from the other side; that one is written already.
    }
}
