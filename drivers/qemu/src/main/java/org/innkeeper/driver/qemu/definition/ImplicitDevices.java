package org.innkeeper.driver.qemu.definition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.xml.XmlElement;

/** Adds the devices a guest has without its definition saying so, and fills in models that were left to choose. */
final class ImplicitDevices {
    private final GuestDefinition guest;

    ImplicitDevices(GuestDefinition guest) {
        this.guest = guest;
    }

    void add() {
        addRootBus();
        addUsb();
        addBuiltInStorage();
        addSerialOfConsole();
        chooseScsiModels();
        completeInterfaces();
        addVideo();
        addBalloon();
    }

    private void addRootBus() {
        boolean there =
                guest.controllers("pci").stream().anyMatch(controller -> Nodes.number(controller, "@index", -1) == 0);
        if (!there) {
            guest.addController("pci", 0, guest.family().isExpress() ? "pcie-root" : "pci-root");
        }
    }

    private void addUsb() {
        List<XmlElement> controllers = guest.controllers("usb");
        if (controllers.isEmpty() && (guest.family().isPc() || usesUsb())) {
            guest.addController("usb", 0, usbModel());
        }
        for (XmlElement controller : controllers) {
            if (controller.attribute("model") == null) {
                controller.setAttribute("model", usbModel());
            }
            if (controller.attribute("index") == null) {
                controller.setAttribute("index", "0");
            }
        }
    }

    private String usbModel() {
        boolean old = guest.family() == MachineFamily.I440FX && guest.emulator().hasDevice("piix3-usb-uhci");
        return old || !guest.emulator().hasDevice("qemu-xhci") ? "piix3-uhci" : "qemu-xhci";
    }

    private boolean usesUsb() {
        return guest.devices().stream()
                .anyMatch(device -> Nodes.is(device, "@bus", "usb") || Nodes.is(device, "target@bus", "usb"));
    }

    private void addBuiltInStorage() {
        switch (guest.family()) {
            case I440FX -> addController("ide");
            case Q35 -> addController("sata");
            case VIRT -> {}
        }
    }

    private void addController(String type) {
        if (guest.controllers(type).isEmpty()) {
            guest.addController(type, 0, null);
        }
    }

    /** On a PC the first console is the first serial port seen from the other side, unless it says otherwise. */
    private void addSerialOfConsole() {
        List<XmlElement> consoles = guest.devices("console");
        if (consoles.isEmpty() || !guest.devices("serial").isEmpty()) {
            return;
        }
        XmlElement console = consoles.get(0);
        if (!Nodes.text(console, "target@type", "serial").equals("serial")) {
            return;
        }
        XmlElement serial = new XmlElement("serial");
        console.attributes().forEach(serial::setAttribute);
        console.elements().stream()
                .filter(part -> !part.name().equals("target") && !part.name().equals("alias"))
                .forEach(part -> serial.add(part.copy()));
        Nodes.put(serial, "target", "port", Nodes.text(console, "target@port", "0"));
        guest.add(serial);
    }

    private void chooseScsiModels() {
        for (XmlElement controller : guest.controllers("scsi")) {
            String model = controller.attribute("model");
            if (model == null || model.equals("auto")) {
                controller.setAttribute("model", scsiModel(guest));
            }
        }
    }

    static String scsiModel(GuestDefinition guest) {
        boolean old = guest.family().isPc() && guest.emulator().hasDevice("lsi");
        return old ? "lsilogic" : "virtio-scsi";
    }

    private void completeInterfaces() {
        int place = 0;
        for (XmlElement nic : guest.devices("interface")) {
            if (Nodes.text(nic, "mac@address") == null) {
                Nodes.put(nic, "mac", "address", macAddress(place));
            }
            if (Nodes.text(nic, "model@type") == null) {
                Nodes.put(nic, "model", "type", guest.family().isPc() ? "rtl8139" : "virtio");
            }
            place++;
        }
    }

    /** An address from the guest's UUID and the interface's place, so that it is the same at each start. */
    private String macAddress(int place) {
        String seed = Nodes.text(guest.root(), "uuid", guest.name()) + "/" + place;
        long bits =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return String.format("52:54:00:%02x:%02x:%02x", bits & 255, bits >> 8 & 255, bits >> 16 & 255);
    }

    private void addVideo() {
        if (guest.devices("video").isEmpty()
                && guest.devices("graphics").stream().anyMatch(each -> !Nodes.is(each, "@type", "egl-headless"))) {
            guest.add(new XmlElement("video"));
        }
        for (XmlElement video : guest.devices("video")) {
            XmlElement model = Nodes.put(video, "model");
            if (model.attribute("type") == null) {
                model.setAttribute("type", defaultVideo());
            }
        }
    }

    private String defaultVideo() {
        if (!guest.family().isPc()) {
            return "virtio";
        }
        return guest.emulator().hasDevice("cirrus-vga") ? "cirrus" : "vga";
    }

    private void addBalloon() {
        if (guest.devices("memballoon").isEmpty() && guest.emulator().hasDevice("virtio-balloon-pci")) {
            guest.add(new XmlElement("memballoon").setAttribute("model", "virtio"));
        }
    }
}
