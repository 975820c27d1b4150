package org.innkeeper.driver.qemu.definition;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.MachineType;

/** A complete definition: nothing in it is left to be chosen when the guest is started. Made from a copy. */
public final class GuestDefinition {
    private final XmlElement root;
    private final EmulatorInfo emulator;
    private final MachineType machine;
    private final MachineFamily family;

    private GuestDefinition(XmlElement root, EmulatorInfo emulator) {
        this.root = root;
        this.emulator = emulator;
        machine = machineOf(root, emulator);
        family = MachineFamily.of(machine.name(), Nodes.child(root, "os/type"));
    }

    /**
     * Completes a definition for an emulator.
     *
     * @param domain the root of the definition; it stays as it is
     * @throws org.innkeeper.core.error.InnkeeperException where the definition contradicts itself or asks for something
     *     the machine type does not have
     */
    public static GuestDefinition complete(XmlElement domain, EmulatorInfo emulator) {
        GuestDefinition guest = new GuestDefinition(domain.copy(), emulator);
        new ImplicitDevices(guest).add();
        new DriveAddresses(guest).assign();
        new SerialPorts(guest).assign();
        new UsbPorts(guest).assign();
        new PciAddresses(guest).assign();
        new Aliases(guest).assign();
        return guest;
    }

    private static MachineType machineOf(XmlElement root, EmulatorInfo emulator) {
        String wanted = Nodes.text(root, "os/type@machine");
        if (wanted == null) {
            return emulator.defaultMachine()
                    .orElseThrow(() -> XmlErrors.unsupported(
                            Nodes.nearest(root, "os/type"),
                            "the " + emulator.arch() + " emulator has no default machine type: name one in machine="));
        }
        return emulator.machine(wanted)
                .orElseThrow(() -> XmlErrors.unsupported(
                        Nodes.nearest(root, "os/type"),
                        "machine type '" + wanted + "' is unknown to " + emulator.binary() + " " + emulator.version()
                                + ": choose another one"));
    }

    public XmlElement root() {
        return root;
    }

    public EmulatorInfo emulator() {
        return emulator;
    }

    public MachineType machine() {
        return machine;
    }

    public MachineFamily family() {
        return family;
    }

    public String name() {
        return Nodes.text(root, "name", "");
    }

    /** All devices, in the order of the document; other children of {@code devices} as well. */
    public List<XmlElement> devices() {
        XmlElement devices = root.element("devices");
        return devices == null ? List.of() : new ArrayList<>(devices.elements());
    }

    /** The devices of one kind, in the order of the document. */
    public List<XmlElement> devices(String kind) {
        return Nodes.all(root, "devices/" + kind);
    }

    /** The controllers of one type, in the order of the document. */
    public List<XmlElement> controllers(String type) {
        return devices("controller").stream()
                .filter(controller -> Nodes.is(controller, "@type", type))
                .toList();
    }

    /** Adds a device at the end of its kind. */
    XmlElement add(XmlElement device) {
        XmlElement devices = root.element("devices");
        if (devices == null) {
            devices = new XmlElement("devices");
            root.insert(devices);
        }
        devices.insert(device);
        return device;
    }

    XmlElement addController(String type, int index, String model) {
        XmlElement controller =
                new XmlElement("controller").setAttribute("type", type).setAttribute("index", Integer.toString(index));
        return add(model == null ? controller : controller.setAttribute("model", model));
    }

    /** The disks in the order in which guests find them: those of one bus together, by the names of their targets. */
    public List<XmlElement> orderedDisks() {
        List<XmlElement> ordered = new ArrayList<>();
        for (XmlElement disk : devices("disk")) {
            ordered.add(placeFor(disk, ordered), disk);
        }
        return ordered;
    }

    private static int placeFor(XmlElement disk, List<XmlElement> ordered) {
        int place = ordered.size();
        boolean busSeen = false;
        for (int i = ordered.size() - 1; i >= 0; i--) {
            XmlElement other = ordered.get(i);
            if (!DiskTarget.bus(other).equals(DiskTarget.bus(disk))) {
                continue;
            }
            if (!busSeen) {
                place = i + 1;
                busSeen = true;
            }
            if (DiskTarget.index(other) > DiskTarget.index(disk)) {
                place = i;
            }
        }
        return place;
    }
}
