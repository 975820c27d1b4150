package org.innkeeper.driver.xen.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.Elements;

/** The capabilities document of a Xen host, made of what its kernel says in {@code /proc} and {@code /sys}. */
public final class XenCapabilities {
    private static final Pattern FLAGS = Pattern.compile("^flags\\s*:(.*)$", Pattern.MULTILINE);
    private static final Pattern GUEST =
            Pattern.compile("(xen|hvm)-[0-9]+\\.[0-9]+-(x86_32p?|x86_64|ia64(?:be)?|powerpc64)");
    private static final String LOADER = "/usr/lib/xen/boot/hvmloader";

    private final String hostArchitecture;
    private final Dialect dialect;
    private final boolean bare;

    private XenCapabilities(String hostArchitecture, Dialect dialect) {
        this.hostArchitecture = hostArchitecture;
        this.dialect = dialect;
        this.bare = dialect == Dialect.LIBVIRT_0_3;
    }

    /** A kind of guest that the hypervisor runs. */
    private record GuestKind(boolean hvm, String architecture) {
        int wordSize() {
            return architecture.equals("i686") ? 32 : 64;
        }
    }

    /**
     * The document.
     *
     * @param hostArchitecture as {@code uname -m} says it
     * @param cpuInfo the text of {@code /proc/cpuinfo}; may be empty
     * @param hypervisor the text of {@code /sys/hypervisor/properties/capabilities}, such as
     *     {@code xen-3.0-x86_64 hvm-3.0-x86_32}; what is not known in it is left out
     */
    public static XmlElement of(String hostArchitecture, String cpuInfo, String hypervisor, Dialect dialect) {
        return new XenCapabilities(hostArchitecture, dialect).document(cpuInfo, hypervisor);
    }

    private XmlElement document(String cpuInfo, String hypervisor) {
        XmlElement capabilities = new XmlElement("capabilities");
        capabilities.add(host(cpuInfo));
        Map<GuestKind, List<String>> guests = new LinkedHashMap<>();
        for (String word : hypervisor.trim().split("\\s+")) {
            Matcher matcher = GUEST.matcher(word);
            if (matcher.matches()) {
                String model = matcher.group(2);
                GuestKind kind = new GuestKind(matcher.group(1).equals("hvm"), architecture(model));
                guests.computeIfAbsent(kind, key -> new ArrayList<>()).add(model);
            }
        }
        guests.forEach((kind, models) -> capabilities.add(guest(kind, models)));
        return capabilities;
    }

    private static String architecture(String model) {
        return switch (model) {
            case "x86_32", "x86_32p" -> "i686";
            case "ia64be" -> "ia64";
            case "powerpc64" -> "ppc64";
            default -> model;
        };
    }

    private XmlElement host(String cpuInfo) {
        XmlElement cpu = new XmlElement("cpu").add(Elements.text("arch", hostArchitecture));
        XmlElement features = new XmlElement("features");
        Matcher flags = FLAGS.matcher(cpuInfo);
        List<String> names = flags.find() ? List.of(flags.group(1).trim().split("\\s+")) : List.of();
        for (String extension : List.of("vmx", "svm")) {
            if (names.contains(extension)) {
                features.add(new XmlElement(extension));
            }
        }
        addUnlessEmpty(cpu, features);
        XmlElement host = new XmlElement("host").add(cpu);
        if (!bare) {
            host.add(new XmlElement("power_management"));
        }
        XmlElement transports = new XmlElement("uri_transports").add(Elements.text("uri_transport", "xenmigr"));
        return host.add(
                new XmlElement("migration_features").add(new XmlElement("live")).add(transports));
    }

    private void addUnlessEmpty(XmlElement parent, XmlElement child) {
        if (bare || !child.isEmpty()) {
            parent.add(child);
        }
    }

    private XmlElement guest(GuestKind kind, List<String> models) {
        XmlElement arch = Elements.of("arch", "name", kind.architecture());
        arch.add(Elements.text("wordsize", Integer.toString(kind.wordSize())));
        if (bare) {
            arch.add(Elements.of("domain", "type", "xen"));
        }
        if (kind.hvm() || !bare) {
            String wide = bare ? kind.architecture() : hostArchitecture;
            String library = wide.equals("x86_64") ? "/usr/lib64" : "/usr/lib";
            arch.add(Elements.text("emulator", library + "/xen/bin/qemu-dm"));
        }
        machines(kind).forEach(machine -> arch.add(Elements.text("machine", machine)));
        if (kind.hvm()) {
            arch.add(Elements.text("loader", LOADER));
        }
        if (!bare) {
            arch.add(Elements.of("domain", "type", "xen"));
        }
        XmlElement guest = new XmlElement("guest");
        guest.add(Elements.text("os_type", kind.hvm() ? "hvm" : "xen"));
        guest.add(arch);
        addUnlessEmpty(guest, features(kind, models));
        return guest;
    }

    private List<String> machines(GuestKind kind) {
        if (bare) {
            return kind.hvm() ? List.of("pc", "isapc") : List.of();
        }
        return List.of(kind.hvm() ? "xenfv" : "xenpv");
    }

    private XmlElement features(GuestKind kind, List<String> models) {
        XmlElement features = new XmlElement("features");
        if (models.contains("x86_32p")) {
            features.add(new XmlElement("pae"));
        }
        if (models.contains("x86_32")) {
            features.add(new XmlElement("nonpae"));
        }
        if (models.contains("ia64be")) {
            features.add(new XmlElement("ia64_be"));
        }
        if (kind.hvm()) {
            // Whatever the architecture: libvirt asks for no more than full virtualisation.
            features.add(Elements.of("acpi", "default", "on", "toggle", "yes"));
            features.add(Elements.of("apic", "default", "on", "toggle", "yes"));
        }
        return features;
    }

    @Override
    public String toString() {
        return "XenCapabilities[" + hostArchitecture + ", " + dialect + "]";
    }
}
