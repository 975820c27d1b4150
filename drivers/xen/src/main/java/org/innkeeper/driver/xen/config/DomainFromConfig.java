package org.innkeeper.driver.xen.config;

import java.util.List;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.CharacterDevice;
import org.innkeeper.driver.xen.definition.CpuSetText;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainXml;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.XenErrors;

/** The configuration file of a guest, as a domain document. */
public final class DomainFromConfig {
    /** Where Xen has its firmware for fully virtualised guests. */
    public static final String FIRMWARE_DIRECTORY = "/usr/lib/xen/boot";

    static final String HVM_LOADER = "hvmloader";
    static final String UEFI = FIRMWARE_DIRECTORY + "/ovmf.bin";
    private static final List<String> SWITCHES = List.of("acpi", "apic", "pae");
    private static final List<String> EVENTS = List.of("on_poweroff", "on_reboot", "on_crash");
    private static final List<String> USUAL_ACTIONS = List.of("destroy", "restart", "restart");

    private final Settings settings;
    private final ConfigFormat format;
    private final Dialect dialect;
    private final boolean hvm;
    private final boolean pvh;
    private final DomainXml xml;

    private DomainFromConfig(ConfigFile file, ConfigFormat format, Dialect dialect) {
        this.settings = new Settings(file);
        this.format = format;
        this.dialect = dialect;
        String type = settings.text("type");
        String kind = type == null ? settings.text("builder") : type;
        this.hvm = "hvm".equals(kind);
        this.pvh = "pvh".equals(kind);
        this.xml = new DomainXml(dialect, hvm);
    }

    /**
     * The document of a file.
     *
     * @param architecture of the host, which the guest has too
     * @throws org.innkeeper.core.error.InnkeeperException {@code PARSE_FAILED}, {@code CONF_SYNTAX} or
     *     {@code CONFIG_UNSUPPORTED} naming the setting
     */
    public static XmlElement convert(ConfigFile file, ConfigFormat format, Dialect dialect, String architecture) {
        return new DomainFromConfig(file, format, dialect).convert(architecture);
    }

    private XmlElement convert(String architecture) {
        String name = settings.text("name");
        if (name == null) {
            throw XenErrors.malformed(ErrorOrigin.XENXM, "The configuration file names no domain: 'name' is missing");
        }
        xml.text("name", name);
        xml.text("uuid", settings.text("uuid"));
        long memory = settings.number("memory", settings.number("maxmem", 0));
        if (memory <= 0) {
            throw XenErrors.malformed(ErrorOrigin.XENXM, "The configuration of " + name + " gives no memory");
        }
        xml.memory(settings.number("maxmem", memory), memory);
        addVcpus();
        xml.text("bootloader", settings.text("bootloader"));
        xml.text("bootloader_args", bootloaderArguments());
        addSystem(architecture);
        addFeatures();
        xml.clock(settings.isOn("localtime", false), settings.number("rtc_timeoffset", 0));
        addLifecycle();
        xml.cpu(cpu());
        String mode = settings.text("tsc_mode");
        if (mode != null && (hvm || dialect.isFrom(Dialect.LIBVIRT_9))) {
            xml.timer(Elements.of("timer", "name", "tsc", "present", "yes", "mode", TimestampMode.fromXen(mode)));
        }
        if (hvm) {
            addMachine();
        }
        new DevicesFromConfig(settings, format, xml).add();
        if (format == ConfigFormat.XL) {
            xml.emulatorArguments(settings.texts("device_model_args"));
        }
        return xml.build();
    }

    private void addVcpus() {
        int vcpus = count("vcpus", 1);
        int maximum = Math.max(vcpus, count("maxvcpus", vcpus));
        int current = vcpus;
        if (settings.has("vcpu_avail")) {
            current = Math.min(vcpus, Long.bitCount(settings.number("vcpu_avail", 0)));
        }
        if (settings.isList("cpus")) {
            xml.vcpus(maximum, current, null);
            List<String> sets = settings.texts("cpus");
            for (int i = 0; i < Math.min(maximum, sets.size()); i++) {
                xml.vcpuPin(i, CpuSetText.normal(sets.get(i)));
            }
        } else {
            String cpus = settings.text("cpus");
            xml.vcpus(maximum, current, cpus == null ? null : CpuSetText.normal(cpus));
        }
        if (format == ConfigFormat.XL) {
            xml.shares(settings.text("cpu_weight"));
        }
    }

    private int count(String name, int missing) {
        long count = settings.number(name, missing);
        if (count < 1 || count > 1 << 16) {
            throw XenErrors.malformed(ErrorOrigin.XENXM, name + " cannot be " + count);
        }
        return (int) count;
    }

    /** libvirt's files and xm's have one text, xl's a list. */
    private String bootloaderArguments() {
        List<String> list = format == ConfigFormat.XL ? settings.texts("bootloader_args") : List.of();
        return list.isEmpty() ? settings.text("bootargs") : String.join(" ", list);
    }

    private void addSystem(String architecture) {
        boolean bare = dialect == Dialect.LIBVIRT_0_3;
        if (bare && !hvm && settings.text("bootloader") != null) {
            xml.withoutOs();
            return;
        }
        String type = hvm ? "hvm" : pvh ? "xenpvh" : "linux";
        String machine = hvm ? "xenfv" : pvh ? "xenpvh" : "xenpv";
        xml.osType(type, bare ? null : architecture, bare ? null : machine);
        String kernel = settings.text("kernel");
        if (!hvm) {
            xml.osText("kernel", kernel);
            xml.osText("initrd", settings.text("ramdisk"));
            addArguments();
            return;
        }
        if (format == ConfigFormat.XM) {
            xml.loader(kernel);
        } else {
            addFirmware();
            if (kernel != null && !kernel.endsWith(HVM_LOADER)) {
                xml.osText("kernel", kernel);
                xml.osText("initrd", settings.text("ramdisk"));
                addArguments();
            }
            String table = settings.text("acpi_firmware");
            if (table != null) {
                xml.osElement(new XmlElement("acpi")
                        .add(Elements.of("table", "type", "slic").setText(table)));
            }
        }
        String boot = settings.text("boot");
        xml.boot(boot == null ? "c" : boot);
    }

    private void addFirmware() {
        String firmware = settings.text("firmware");
        String bios = firmware == null ? settings.text("bios") : firmware;
        if ("ovmf".equals(bios) || "uefi".equals(bios)) {
            XmlElement loader = Elements.of("loader", "readonly", "yes", "type", "pflash");
            String path = settings.text("bios_path_override");
            xml.osElement(loader.setText(path == null ? UEFI : path));
        } else {
            xml.loader(FIRMWARE_DIRECTORY + "/" + HVM_LOADER);
        }
    }

    /** The kernel's arguments: as a whole where they are given so, else the root file system and the rest. */
    private void addArguments() {
        String whole = settings.text("cmdline");
        String root = settings.text("root");
        String extra = settings.text("extra");
        if (whole != null && format == ConfigFormat.XL) {
            xml.osText("cmdline", whole);
        } else if (dialect.isFrom(Dialect.LIBVIRT_3)) {
            String start = root == null ? "" : "root=" + root;
            xml.osText("cmdline", extra == null ? start : (start + " " + extra).trim());
        } else {
            xml.osText("root", root);
            xml.osText("cmdline", extra);
        }
    }

    private void addFeatures() {
        if (hvm) {
            for (String name : SWITCHES) {
                if (settings.isOn(name, dialect.isFrom(Dialect.LIBVIRT_9))) {
                    xml.feature(new XmlElement(name));
                }
            }
            if (settings.has("hap")) {
                xml.feature(Elements.of("hap", "state", settings.isOn("hap", true) ? "on" : "off"));
            }
            if (settings.isOn("viridian", false)) {
                xml.feature(new XmlElement("viridian"));
            }
        }
        XmlElement xen = new XmlElement("xen");
        if (settings.isOn("e820_host", false)) {
            xen.add(Elements.of("e820_host", "state", "on"));
        }
        String passthrough = settings.text("passthrough");
        if (passthrough != null && !passthrough.equals("unknown") && !passthrough.equals("default")) {
            boolean on = !passthrough.equals("disabled") && !passthrough.equals("0");
            boolean mode = passthrough.equals("sync_pt") || passthrough.equals("share_pt");
            xen.add(Elements.of("passthrough", "state", on ? "on" : "off", "mode", mode ? passthrough : null));
        }
        if (!xen.isEmpty()) {
            xml.feature(xen);
        }
    }

    private void addLifecycle() {
        for (int i = 0; i < EVENTS.size(); i++) {
            String action = settings.text(EVENTS.get(i));
            xml.lifecycle(EVENTS.get(i), action == null ? USUAL_ACTIONS.get(i) : action.replace('_', '-'));
        }
    }

    private XmlElement cpu() {
        XmlElement cpu = format == ConfigFormat.XL ? CpuidText.read(settings) : null;
        if (format == ConfigFormat.XL && !settings.lists("vnuma").isEmpty()) {
            cpu = cpu == null ? new XmlElement("cpu") : cpu;
            cpu.add(VirtualNuma.read(settings.lists("vnuma")));
        }
        return cpu;
    }

    private void addMachine() {
        if (settings.has("hpet") && dialect.isFrom(Dialect.LIBVIRT_0_10)) {
            xml.timer(Elements.of("timer", "name", "hpet", "present", settings.isOn("hpet", true) ? "yes" : "no"));
        }
        String emulator = settings.text("device_model_override");
        xml.emulator(emulator == null ? settings.text("device_model") : emulator);
        for (String kind : List.of("parallel", "serial")) {
            List<String> ports = settings.texts(kind);
            for (int i = 0; i < ports.size(); i++) {
                xml.port(kind, CharacterDevice.parse(ports.get(i)), i);
            }
        }
    }
}
