package org.innkeeper.driver.xen.sexpr;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.CharacterDevice;
import org.innkeeper.driver.xen.definition.CpuSetText;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainXml;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.SoundText;
import org.innkeeper.driver.xen.definition.XenErrors;

/** What xend tells about a domain, as a domain document. */
public final class DomainFromSexpr {
    private static final List<String> SWITCHES = List.of("acpi", "apic", "pae", "hap", "viridian");
    private static final int INACTIVE = -1;

    private final Sexpr.Items domain;
    private final Sexpr.Items image;
    private final Dialect dialect;
    private final XendVersion version;
    private final boolean hvm;
    private final int id;
    private final DomainXml xml;

    private DomainFromSexpr(Sexpr.Items domain, Dialect dialect, XendVersion version) {
        this.domain = domain;
        this.dialect = dialect;
        this.version = version;
        this.hvm = domain.find("image/hvm") != null;
        this.image = domain.find(hvm ? "image/hvm" : "image/linux");
        this.id = number(domain, "domid", INACTIVE);
        this.xml = new DomainXml(dialect, hvm);
    }

    /**
     * The document of what xend told.
     *
     * @param domain the list {@code (domain ...)}
     * @throws org.innkeeper.core.error.InnkeeperException {@code PARSE_FAILED} naming what is missing or wrong
     */
    public static XmlElement convert(Sexpr.Items domain, Dialect dialect, XendVersion version) {
        return new DomainFromSexpr(domain, dialect, version).convert();
    }

    static int number(Sexpr.Items items, String path, int missing) {
        String text = items.text(path);
        if (text == null || text.isEmpty()) {
            return missing;
        }
        try {
            return (int) Math.min(Integer.MAX_VALUE, (long) Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells '" + text + "' for the number " + path);
        }
    }

    private static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private XmlElement convert() {
        if (id != INACTIVE) {
            xml.id(Integer.toString(id));
        }
        String name = filled(domain.text("name"));
        if (name == null) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells of a domain without a name");
        }
        xml.text("name", name);
        xml.text("uuid", uuid());
        xml.text("description", filled(domain.text("description")));
        xml.text("bootloader", filled(domain.text("bootloader")));
        xml.text("bootloader_args", filled(domain.text("bootloader_args")));
        int memory = number(domain, "memory", 0);
        xml.memory(number(domain, "maxmem", memory), memory);
        addVcpus();
        addSystem();
        List.of("on_poweroff", "on_reboot", "on_crash").forEach(event -> xml.lifecycle(event, domain.text(event)));
        addClock();
        if (hvm) {
            addMachine();
        }
        new DevicesFromSexpr(domain, image, xml, version, id).add();
        return xml.build();
    }

    private String uuid() {
        String text = filled(domain.text("uuid"));
        if (text == null) {
            return null;
        }
        String digits = text.replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells the UUID '" + text + "', which is none");
        }
        return new UUID(
                        Long.parseUnsignedLong(digits.substring(0, 16), 16),
                        Long.parseUnsignedLong(digits.substring(16), 16))
                .toString();
    }

    private void addVcpus() {
        int maximum = number(domain, "vcpus", 1);
        String available = filled(domain.text("vcpu_avail"));
        int current = maximum;
        if (available != null) {
            try {
                current = Math.min(maximum, Long.bitCount(Long.parseUnsignedLong(available)));
            } catch (NumberFormatException e) {
                throw XenErrors.malformed(ErrorOrigin.XEND, "xend tells '" + available + "' for vcpu_avail");
            }
        }
        addAffinity(maximum, current);
    }

    /** The CPUs of the host: a text or a list for all virtual CPUs, or a list of lists, one for each. */
    private void addAffinity(int maximum, int current) {
        Sexpr.Items cpus = domain.item("cpus");
        List<Sexpr> told = cpus == null
                ? List.of()
                : cpus.values().subList(1, cpus.values().size());
        if (told.size() == 1 && told.get(0) instanceof Sexpr.Items list) {
            told = list.values();
        }
        List<String> sets = told.stream()
                .map(part -> part instanceof Sexpr.Items items ? numbers(items.values()) : null)
                .toList();
        if (!sets.isEmpty() && !sets.contains(null)) {
            boolean even = sets.stream().distinct().count() == 1;
            xml.vcpus(maximum, current, even ? sets.get(0) : null);
            for (int i = 0; i < Math.min(maximum, sets.size()) && !even; i++) {
                xml.vcpuPin(i, sets.get(i));
            }
        } else {
            xml.vcpus(maximum, current, numbers(told));
        }
    }

    private static String numbers(List<Sexpr> atoms) {
        String text = atoms.stream()
                .filter(Sexpr.Atom.class::isInstance)
                .map(atom -> ((Sexpr.Atom) atom).text())
                .collect(Collectors.joining(","));
        return CpuSetText.normal(text);
    }

    private void addSystem() {
        boolean bootloader = filled(domain.text("bootloader")) != null;
        if (!hvm && image == null && bootloader && dialect == Dialect.LIBVIRT_0_3) {
            xml.withoutOs();
            return;
        }
        xml.osType(hvm ? "hvm" : "linux", null, null);
        if (image == null) {
            return;
        }
        String kernel = image.text("kernel");
        String loader = filled(image.text("loader"));
        if (hvm) {
            xml.loader(loader == null ? filled(kernel) : loader);
        }
        if (!hvm || loader != null && !loader.equals(kernel)) {
            xml.osText("kernel", kernel);
            xml.osText("initrd", image.text("ramdisk"));
            xml.osText("root", image.text("root"));
            xml.osText("cmdline", image.text("args"));
        }
        String boot = image.text("boot");
        if (hvm && boot != null) {
            xml.boot(boot);
        }
    }

    private void addClock() {
        boolean local = number(domain, "localtime", 0) == 1 || image != null && number(image, "localtime", 0) == 1;
        xml.clock(local, image == null ? 0 : number(image, "rtc_timeoffset", 0));
    }

    private void addMachine() {
        for (String name : SWITCHES) {
            if (number(image, name, 0) == 1) {
                xml.feature(new XmlElement(name));
            }
        }
        String hpet = filled(image.text("hpet"));
        if (hpet != null && dialect.isFrom(Dialect.LIBVIRT_0_10)) {
            xml.timer(Elements.of("timer", "name", "hpet", "present", hpet.equals("1") ? "yes" : "no"));
        }
        xml.emulator(filled(image.text("device_model")));
        for (Sexpr.Items device : image.items("usbdevice")) {
            if (device.values().size() > 1 && device.values().get(1) instanceof Sexpr.Atom atom) {
                String kind = atom.text().replaceFirst("^usb", "");
                if (kind.equals("tablet") || kind.equals("mouse") || kind.equals("keyboard")) {
                    xml.usbInput(kind);
                }
            }
        }
        addPorts("parallel");
        addPorts("serial");
        String sounds = filled(image.text("soundhw"));
        if (sounds != null && dialect.isFrom(Dialect.LIBVIRT_0_10)) {
            SoundText.read(sounds).forEach(model -> xml.device(Elements.of("sound", "model", model)));
        }
    }

    /** The ports of a kind: one text, or a list of texts in the order of their numbers. */
    private void addPorts(String kind) {
        Sexpr.Items told = image.item(kind);
        if (told == null) {
            return;
        }
        List<Sexpr> ports = told.values().subList(1, told.values().size());
        if (ports.size() == 1 && ports.get(0) instanceof Sexpr.Items several) {
            ports = several.values();
        }
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i) instanceof Sexpr.Atom port && !port.text().isEmpty()) {
                xml.port(kind, CharacterDevice.parse(port.text()), i);
            }
        }
    }
}
