package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Mice, keyboards, tablets, and the hubs they may need. */
final class InputDevices implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        for (XmlElement hub : guest.definition().devices("hub")) {
            Props props = Props.of("driver", "usb-hub").put("id", guest.alias(hub));
            guest.device(BusAddress.usb(guest, hub, props));
        }
        guest.definition().devices("input").forEach(input -> write(guest, input));
    }

    private static void write(GuestContext guest, XmlElement input) {
        String type = Nodes.text(input, "@type", "");
        if (type.equals("evdev")) {
            writeHostInput(guest, input);
            return;
        }
        String bus = Nodes.text(input, "@bus", type.equals("tablet") ? "usb" : "ps2");
        switch (bus) {
            case "ps2" -> checkPs2(guest, input, type);
            case "usb" -> {
                String driver = type.equals("keyboard") ? "usb-kbd" : "usb-" + type;
                Unsupported.requireDevice(guest, input, driver);
                Props props = Props.of("driver", driver).put("id", guest.alias(input));
                guest.device(BusAddress.usb(guest, input, props));
            }
            case "virtio" -> writeVirtio(guest, input, type);
            default -> throw Unsupported.value(input, "input bus", bus, "ps2, usb, virtio");
        }
    }

    /** A PC has a mouse and a keyboard of this kind anyway. */
    private static void checkPs2(GuestContext guest, XmlElement input, String type) {
        if (!guest.definition().family().isPc() || !type.equals("mouse") && !type.equals("keyboard")) {
            throw Unsupported.because(
                    input, "a " + type + " on bus ps2 is not there on this machine type", "Use bus='usb' or 'virtio'.");
        }
    }

    /** A keyboard or mouse of the host that both share, switched by a pair of keys. */
    private static void writeHostInput(GuestContext guest, XmlElement input) {
        Props object = Props.of("qom-type", "input-linux")
                .put("id", guest.alias(input))
                .put("evdev", Nodes.text(input, "source@dev", ""));
        object.putIfSet("repeat", Nodes.flag(input, "source@repeat"));
        if (Nodes.is(input, "source@grab", "all")) {
            object.put("grab_all", true);
        }
        guest.object(object.putIfSet("grab-toggle", Nodes.text(input, "source@grabToggle")));
    }

    private static void writeVirtio(GuestContext guest, XmlElement input, String type) {
        if (type.equals("passthrough")) {
            String device = Nodes.text(input, "source@evdev", "");
            Props props = Props.of("driver", "virtio-input-host-pci")
                    .put("id", guest.alias(input))
                    .put("evdev", device);
            guest.device(BusAddress.pci(guest, input, props));
            return;
        }
        String driver = VirtioDriver.name("virtio-" + type, input.attribute("model"));
        Unsupported.requireDevice(guest, input, driver);
        Props props = VirtioDriver.options(input, Props.of("driver", driver)).put("id", guest.alias(input));
        guest.device(BusAddress.pci(guest, input, props));
    }
}
