package org.innkeeper.driver.qemu.command;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Watchdog, memory balloon, random numbers, redirected USB devices, the panic device and host sockets. */
final class SmallDevices implements CommandSection {
    private static final long FIRST_GUEST_CID = 3;
    private static final long MOST_GUEST_CIDS = 1L << 30;

    @Override
    public void write(GuestContext guest) {
        writeWatchdogs(guest);
        guest.definition().devices("redirdev").forEach(each -> writeRedirection(guest, each));
        guest.definition().devices("memballoon").forEach(each -> writeBalloon(guest, each));
        guest.definition().devices("rng").forEach(each -> writeRandom(guest, each));
        guest.definition().devices("panic").forEach(each -> writePanic(guest, each));
        guest.definition().devices("vsock").forEach(each -> writeSocket(guest, each));
        writeGenerationId(guest);
        if (Nodes.has(guest.root(), "features/vmcoreinfo") && !Nodes.isOff(guest.root(), "features/vmcoreinfo@state")) {
            guest.device(Props.of("driver", "vmcoreinfo"));
        }
    }

    private static void writeWatchdogs(GuestContext guest) {
        List<XmlElement> watchdogs = guest.definition().devices("watchdog");
        for (XmlElement watchdog : watchdogs) {
            String model = Nodes.text(watchdog, "@model", "");
            // The one of the ICH9 is part of the machine.
            if (!model.equals("itco")) {
                Unsupported.requireDevice(guest, watchdog, model);
                Props props = Props.of("driver", model).put("id", guest.alias(watchdog));
                guest.device(BusAddress.pci(guest, watchdog, props));
            }
        }
        if (!watchdogs.isEmpty()) {
            String action = Nodes.text(watchdogs.get(0), "@action", "reset");
            // A dump is made by whoever watches the guest; the emulator waits for that.
            guest.option("-watchdog-action", action.equals("dump") ? "pause" : action);
        }
    }

    private static void writeRedirection(GuestContext guest, XmlElement redirection) {
        String chardev = "char" + guest.alias(redirection);
        CharacterBackEnd.write(guest, redirection, chardev);
        Unsupported.requireDevice(guest, redirection, "usb-redir");
        Props props = Props.of("driver", "usb-redir").put("chardev", chardev).put("id", guest.alias(redirection));
        BusAddress.usb(guest, redirection, props);
        guest.device(props.putIfSet("bootindex", guest.bootIndex(redirection)));
    }

    private static void writeBalloon(GuestContext guest, XmlElement balloon) {
        String model = Nodes.text(balloon, "@model", "virtio");
        if (model.equals("none")) {
            return;
        }
        if (!model.startsWith("virtio")) {
            throw Unsupported.value(balloon, "memory balloon model", model, "virtio, none");
        }
        String driver = VirtioDriver.name("virtio-balloon", model.equals("virtio") ? null : model);
        Props props = VirtioDriver.options(balloon, Props.of("driver", driver)).put("id", guest.alias(balloon));
        BusAddress.pci(guest, balloon, props);
        props.putIfSet("deflate-on-oom", Nodes.flag(balloon, "@autodeflate"));
        props.putIfSet("free-page-reporting", Nodes.flag(balloon, "@freePageReporting"));
        guest.device(props);
    }

    private static void writeRandom(GuestContext guest, XmlElement device) {
        XmlElement backend = device.element("backend");
        String id = "obj" + guest.alias(device);
        String model = backend == null ? "builtin" : Nodes.text(backend, "@model", "random");
        switch (model) {
            case "random" -> {
                String source = backend.text().strip();
                guest.object(Props.of("qom-type", "rng-random")
                        .put("id", id)
                        .put("filename", source.isEmpty() ? "/dev/urandom" : source));
            }
            case "builtin" -> guest.object(Props.of("qom-type", "rng-builtin").put("id", id));
            case "egd" -> {
                String chardev = "char" + guest.alias(device);
                XmlElement end = backend.copy().setAttribute("model", null);
                end.add(new XmlElement("alias").setAttribute("name", guest.alias(device)));
                CharacterBackEnd.write(guest, end, chardev);
                guest.object(Props.of("qom-type", "rng-egd").put("id", id).put("chardev", chardev));
            }
            default -> throw Unsupported.value(backend, "random back end", model, "random, builtin, egd");
        }
        String transport = Nodes.is(device, "@model", "virtio") ? null : device.attribute("model");
        Props props = VirtioDriver.options(device, Props.of("driver", VirtioDriver.name("virtio-rng", transport)));
        props.put("rng", id);
        XmlElement rate = device.element("rate");
        if (rate != null) {
            props.putIfSet("max-bytes", Nodes.number(rate, "@bytes"));
            props.put("period", Nodes.number(rate, "@period", 1000));
        }
        guest.device(BusAddress.pci(guest, device, props.put("id", guest.alias(device))));
    }

    /** Changes when a guest is copied or set back, so that it can tell. */
    private static void writeGenerationId(GuestContext guest) {
        XmlElement id = guest.root().element("genid");
        if (id != null) {
            String value = id.text().isBlank() ? "auto" : id.text().strip();
            guest.device(Props.of("driver", "vmgenid").put("guid", value).put("id", "vmgenid0"));
        }
    }

    private static void writePanic(GuestContext guest, XmlElement panic) {
        String model = Nodes.text(panic, "@model", "isa");
        switch (model) {
            case "isa" -> {
                Long port = Nodes.number(panic, "address@iobase");
                guest.device(Props.of("driver", "pvpanic").putIfSet("ioport", port));
            }
            case "pvpanic" ->
                guest.device(BusAddress.pci(
                        guest, panic, Props.of("driver", "pvpanic-pci").put("id", guest.alias(panic))));
            // Windows tells by its own hypervisor interface, which the CPU offers.
            case "hyperv" -> {}
            default -> throw Unsupported.value(panic, "panic device model", model, "isa, pvpanic, hyperv");
        }
    }

    /** A number from the guest's UUID: the same at each start, and hardly ever that of another guest. */
    private static long automaticNumber(GuestContext guest) {
        int hash = Nodes.text(guest.root(), "uuid", guest.definition().name()).hashCode();
        return FIRST_GUEST_CID + (hash & Integer.MAX_VALUE) % MOST_GUEST_CIDS;
    }

    private static void writeSocket(GuestContext guest, XmlElement socket) {
        Long cid = Nodes.number(socket, "cid@address");
        if (cid == null || Nodes.isOn(socket, "cid@auto")) {
            cid = automaticNumber(guest);
        }
        Unsupported.requireDevice(guest, socket, "vhost-vsock-pci");
        Props props = VirtioDriver.options(socket, Props.of("driver", "vhost-vsock-pci"));
        props.put("id", guest.alias(socket)).put("guest-cid", cid);
        guest.device(BusAddress.pci(guest, socket, props));
    }
}
