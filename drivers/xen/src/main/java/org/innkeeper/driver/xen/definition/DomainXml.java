package org.innkeeper.driver.xen.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.innkeeper.core.xml.XmlElement;

/**
 * Builds the document of a domain from what Xen's tools tell, and fills in what the dialect always has. Set what is
 * known, in any order, then {@link #build()} once.
 */
public final class DomainXml {
    private static final String BOOT_LETTERS = "acdn";
    private static final List<String> BOOT_DEVICES = List.of("fd", "hd", "cdrom", "network");

    private final Dialect dialect;
    private final boolean hvm;
    private final XmlElement domain = Elements.of("domain", "type", "xen");
    private final XmlElement tuning = new XmlElement("cputune");
    private final XmlElement os = new XmlElement("os");
    private final XmlElement features = new XmlElement("features");
    private final List<XmlElement> timers = new ArrayList<>();
    private final List<XmlElement> lifecycle = new ArrayList<>();
    private final List<GuestDisk> disks = new ArrayList<>();
    private final List<XmlElement> interfaces = new ArrayList<>();
    private final List<XmlElement> ports = new ArrayList<>();
    private final List<XmlElement> inputs = new ArrayList<>();
    private final List<XmlElement> screens = new ArrayList<>();
    private final List<XmlElement> others = new ArrayList<>();
    private XmlElement cpu;
    private XmlElement bus;
    private String emulator;
    private List<String> emulatorArguments = List.of();
    private boolean withoutOs;
    private boolean localTime;
    private long clockAdjustment;

    public DomainXml(Dialect dialect, boolean hvm) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.hvm = hvm;
    }

    public Dialect dialect() {
        return dialect;
    }

    public boolean isHvm() {
        return hvm;
    }

    /** The id of a running domain. */
    public void id(String id) {
        domain.setAttribute("id", id);
    }

    /** A text directly in the domain, such as the name; null is left out. */
    public void text(String name, String text) {
        if (text != null) {
            domain.add(Elements.text(name, text));
        }
    }

    /** The memory, in MiB. */
    public void memory(long maximum, long current) {
        long most = maximum > 0 ? maximum : current;
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        String unit = bare ? null : "KiB";
        domain.add(Elements.of("memory", "unit", unit).setText(kibibytes(most)));
        if (!bare || current != most) {
            domain.add(Elements.of("currentMemory", "unit", unit).setText(kibibytes(Math.min(current, most))));
        }
    }

    private static String kibibytes(long mebibytes) {
        return Long.toString(Math.multiplyExact(mebibytes, 1024));
    }

    /** The numbers of virtual CPUs, and the host's CPUs they may run on or null. */
    public void vcpus(int maximum, int current, String cpuset) {
        domain.add(Elements.of(
                        "vcpu",
                        "placement",
                        dialect == Dialect.LIBVIRT_0_3 ? null : "static",
                        "cpuset",
                        cpuset,
                        "current",
                        current == maximum ? null : Integer.toString(current))
                .setText(Integer.toString(maximum)));
    }

    /** How much of the host's CPUs it gets beside others; nothing for null. */
    public void shares(String weight) {
        if (weight != null) {
            tuning.insert(Elements.text("shares", weight));
        }
    }

    /** The host's CPUs that one virtual CPU may run on; nothing for null, which is all of them. */
    public void vcpuPin(int vcpu, String cpuset) {
        if (cpuset != null) {
            tuning.add(Elements.of("vcpupin", "vcpu", Integer.toString(vcpu), "cpuset", cpuset));
        }
    }

    /** The kind of guest; architecture and machine may be null. */
    public void osType(String type, String architecture, String machine) {
        os.add(Elements.of("type", "arch", architecture, "machine", machine).setText(type));
    }

    /** The document has no part about the system: the bootloader finds it. */
    public void withoutOs() {
        withoutOs = true;
    }

    /** A text in the part about the system; null and empty ones are left out. */
    public void osText(String name, String text) {
        if (text != null && !text.isEmpty()) {
            os.add(Elements.text(name, text));
        }
    }

    /** An element in the part about the system. */
    public void osElement(XmlElement element) {
        os.add(element);
    }

    /** The program that loads an HVM guest. */
    public void loader(String path) {
        if (path != null) {
            String type = dialect.isFrom(Dialect.LIBVIRT_3) ? "rom" : null;
            os.add(Elements.of("loader", "type", type).setText(path));
        }
    }

    /** What to boot from, as letters. */
    public void boot(String letters) {
        for (char letter : letters.toCharArray()) {
            int known = BOOT_LETTERS.indexOf(letter);
            if (known >= 0) {
                os.add(Elements.of("boot", "dev", BOOT_DEVICES.get(known)));
            }
        }
    }

    public void feature(XmlElement feature) {
        features.add(feature);
    }

    public void clock(boolean shownLocalTime, long adjustment) {
        localTime = shownLocalTime;
        clockAdjustment = adjustment;
    }

    public void timer(XmlElement timer) {
        timers.add(timer);
    }

    public void lifecycle(String event, String action) {
        if (action != null && !action.isEmpty()) {
            lifecycle.add(Elements.text(event, action));
        }
    }

    public void cpu(XmlElement element) {
        cpu = element;
    }

    public void emulator(String path) {
        emulator = path;
    }

    public void disk(GuestDisk disk) {
        disks.add(disk);
    }

    public void networkInterface(GuestInterface networkInterface) {
        interfaces.add(networkInterface.toXml(dialect));
    }

    /** A port, serial or parallel; nothing for null. */
    public void port(String kind, CharacterDevice device, int number) {
        if (device == null || dialect == Dialect.LIBVIRT_0_3) {
            return;
        }
        ports.add(withTarget(device.toXml(kind), null, number));
        if (kind.equals("serial")
                && ports.stream().noneMatch(port -> port.name().equals("console"))) {
            ports.add(withTarget(device.toXml("console"), "serial", 0));
        }
    }

    private static XmlElement withTarget(XmlElement port, String type, int number) {
        return port.add(Elements.of("target", "type", type, "port", Integer.toString(number)));
    }

    /** A device for input on the USB bus. */
    public void usbInput(String kind) {
        inputs.add(Elements.of("input", "type", kind, "bus", "usb"));
    }

    public void graphics(GuestGraphics graphics) {
        screens.add(graphics.toXml(dialect));
    }

    /** A screen, or a device of another kind, as a whole. */
    public void device(XmlElement device) {
        (device.name().equals("graphics") ? screens : others).add(device);
    }

    public void pci(PciFunction function) {
        others.add(function.toXml(dialect));
    }

    /** The controller that stands for Xen's own bus. */
    public void xenBus(XmlElement controller) {
        bus = controller;
    }

    /** What the program that emulates the devices is given beside its usual arguments. */
    public void emulatorArguments(List<String> arguments) {
        emulatorArguments = List.copyOf(arguments);
    }

    /** The finished domain. */
    public XmlElement build() {
        if (!tuning.isEmpty()) {
            domain.add(tuning);
        }
        if (!withoutOs && !os.isEmpty()) {
            domain.add(os);
        }
        if (!features.isEmpty()) {
            domain.add(features);
        }
        if (cpu != null) {
            domain.add(cpu);
        }
        addClock();
        lifecycle.forEach(domain::add);
        domain.add(devices());
        EmulatorArguments.add(domain, emulatorArguments);
        return domain;
    }

    private void addClock() {
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        if (bare && !hvm) {
            return;
        }
        String base = localTime ? "localtime" : "utc";
        boolean variable = hvm && dialect.isFrom(Dialect.LIBVIRT_3);
        XmlElement clock = variable
                ? Elements.of(
                        "clock", "offset", "variable", "adjustment", Long.toString(clockAdjustment), "basis", base)
                : Elements.of("clock", "offset", base, "adjustment", bare ? null : "reset");
        timers.forEach(clock::add);
        domain.add(clock);
    }

    private XmlElement devices() {
        XmlElement devices = new XmlElement("devices");
        if (emulator != null) {
            devices.add(Elements.text("emulator", emulator));
        }
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        List<GuestDisk> ordered = bare ? disks : DiskOrder.sorted(disks, hvm);
        ordered.forEach(disk -> devices.add(disk.toXml(dialect, hvm)));
        controllers().forEach(devices::add);
        interfaces.forEach(devices::add);
        ports.forEach(devices::add);
        if (!bare && !hvm) {
            XmlElement console = Elements.of("console", "type", "pty");
            devices.add(console.add(Elements.of("target", "type", "xen", "port", "0")));
        }
        inputs.forEach(devices::add);
        usualInputs().forEach(devices::add);
        screens.forEach(devices::add);
        others.forEach(devices::add);
        if (dialect.isFrom(Dialect.LIBVIRT_3)) {
            if (!screens.isEmpty()
                    && others.stream().noneMatch(device -> device.name().equals("video"))) {
                devices.add(usualVideo());
            }
            devices.add(Elements.of("memballoon", "model", "xen"));
        }
        return devices;
    }

    private List<XmlElement> controllers() {
        List<XmlElement> controllers = new ArrayList<>();
        if (bus != null) {
            controllers.add(bus);
        }
        if (dialect.isFrom(Dialect.LIBVIRT_3)) {
            List.of("ide", "fdc", "scsi").stream()
                    .filter(type ->
                            disks.stream().anyMatch(disk -> disk.bus(hvm).equals(type)))
                    .forEach(type -> controllers.add(Elements.of("controller", "type", type, "index", "0")));
        }
        return controllers;
    }

    private List<XmlElement> usualInputs() {
        String inputBus = hvm ? "ps2" : "xen";
        List<XmlElement> usual = new ArrayList<>();
        boolean always = dialect.isFrom(Dialect.LIBVIRT_3);
        if (always || !screens.isEmpty()) {
            usual.add(Elements.of("input", "type", "mouse", "bus", inputBus));
        }
        if (always) {
            usual.add(Elements.of("input", "type", "keyboard", "bus", inputBus));
        }
        return usual;
    }

    private XmlElement usualVideo() {
        String memory = !hvm ? "4096" : dialect == Dialect.LIBVIRT_3 ? "16384" : "8192";
        XmlElement model =
                Elements.of("model", "type", hvm ? "cirrus" : "xen", "vram", memory, "heads", "1", "primary", "yes");
        return new XmlElement("video").add(model);
    }
}
