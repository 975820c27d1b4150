package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.MacAddress;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Reads definitions of domains, fills in what they leave out, and refuses what this hypervisor cannot run. */
public final class DomainReader {
    /** The namespace of what only the test driver understands. */
    public static final String TEST_NAMESPACE = "http://libvirt.org/schemas/domain/test/1.0";

    private final Ids ids;

    public DomainReader(Ids ids) {
        this.ids = ids;
    }

    public DomainDefinition read(String text) {
        return read(XmlReading.document(text, "domain"));
    }

    /** Takes the document over. */
    public DomainDefinition read(XmlDocument document) {
        XmlElement root = document.root();
        String type = root.attribute("type");
        if (!"test".equals(type)) {
            throw HostErrors.of(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "The domain type '" + (type == null ? "xen" : type) + "' cannot run on a test host",
                    "Use type='test'");
        }
        complete(root);
        return DomainDefinition.of(document, facts(root));
    }

    private void complete(XmlElement root) {
        root.setAttribute("id", null);
        for (XmlElement element : root.elements()) {
            if (TEST_NAMESPACE.equals(element.namespace())) {
                root.remove(element);
            }
        }
        forgetTestNamespace(root);
        XmlReading.name(root);
        UUID uuid = XmlReading.uuid(root);
        XmlReading.setText(root, "uuid", (uuid == null ? ids.uuid() : uuid).toString());
        requireOs(root);
        completeMemory(root);
        if (root.element("vcpu") == null) {
            XmlReading.setText(root, "vcpu", "1").setAttribute("placement", "static");
        }
        XmlElement devices = root.element("devices");
        if (devices != null) {
            devices.elements("interface").forEach(this::completeDevice);
        }
    }

    private static void forgetTestNamespace(XmlElement root) {
        root.attributes().forEach((name, uri) -> {
            if (name.startsWith("xmlns:") && uri.equals(TEST_NAMESPACE)) {
                String prefix = name.substring("xmlns:".length());
                if (!root.toText().contains("<" + prefix + ":")) {
                    root.setAttribute(name, null);
                }
            }
        });
    }

    private static void requireOs(XmlElement root) {
        XmlElement os = root.element("os");
        XmlElement type = os == null ? null : os.element("type");
        if (type == null) {
            if (root.element("bootloader") == null) {
                throw HostErrors.of(
                        ErrorCode.OS_TYPE,
                        "The definition of '" + XmlReading.name(root) + "' has no <os> with a <type>",
                        "Add <os><type>hvm</type></os>");
            }
            return;
        }
        String name = type.text().strip();
        if (!List.of("hvm", "xen", "linux").contains(name)) {
            throw HostErrors.of(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "The operating system type '" + name + "' cannot run on a test host",
                    "Use hvm or xen");
        }
    }

    private static void completeMemory(XmlElement root) {
        XmlElement memory = root.element("memory");
        if (memory == null || memory.text().isBlank()) {
            long cells = memoryOfCells(root.element("cpu"));
            if (cells == 0) {
                throw XmlErrors.unacceptable(root, "has no <memory>");
            }
            memory = XmlReading.setText(root, "memory", Long.toString(cells)).setAttribute("unit", "KiB");
        }
        if (root.element("currentMemory") == null) {
            XmlElement current =
                    XmlReading.setText(root, "currentMemory", memory.text().strip());
            current.setAttribute("unit", memory.attribute("unit"));
        }
    }

    /** KiB that the NUMA cells of a guest have together. */
    private static long memoryOfCells(XmlElement cpu) {
        XmlElement numa = cpu == null ? null : cpu.element("numa");
        long sum = 0;
        if (numa != null) {
            for (XmlElement cell : numa.elements("cell")) {
                XmlElement memory = new XmlElement("memory")
                        .setText(String.valueOf(cell.attribute("memory")))
                        .setAttribute("unit", cell.attribute("unit"));
                sum += XmlReading.bytes(memory, "KiB") >> 10;
            }
        }
        return sum;
    }

    /** Fills in what a device element leaves out. */
    public void completeDevice(XmlElement device) {
        if (device.name().equals("interface") && device.element("mac") == null) {
            device.insert(new XmlElement("mac").setAttribute("address", ids.mac()));
        }
    }

    /** Reads the facts of a definition that is complete. */
    static DomainFacts facts(XmlElement root) {
        long maxMemory = XmlReading.bytes(root.element("memory"), "KiB") >> 10;
        if (maxMemory < 1) {
            throw XmlErrors.unacceptable(root.element("memory"), "is less than 1 KiB");
        }
        long memory = XmlReading.bytes(root.element("currentMemory"), "KiB") >> 10;
        XmlElement vcpu = root.element("vcpu");
        int maxVcpus = XmlReading.number(vcpu, vcpu.text());
        String current = vcpu.attribute("current");
        int vcpus = current == null ? maxVcpus : XmlReading.number(vcpu, current);
        if (maxVcpus < 1 || vcpus < 1 || vcpus > maxVcpus) {
            throw XmlErrors.unacceptable(vcpu, "has " + vcpus + " of at most " + maxVcpus + " vcpus");
        }
        return new DomainFacts(
                XmlReading.name(root),
                XmlReading.uuid(root),
                maxMemory,
                memory < 1 || memory > maxMemory ? maxMemory : memory,
                maxVcpus,
                vcpus,
                action(root, LifecycleEvent.POWEROFF, LifecycleAction.DESTROY),
                action(root, LifecycleEvent.REBOOT, LifecycleAction.RESTART),
                action(root, LifecycleEvent.CRASH, LifecycleAction.DESTROY),
                disks(root.element("devices")),
                nics(root.element("devices")),
                CpuSets.pins(root),
                Taints.of(root));
    }

    private static LifecycleAction action(XmlElement root, LifecycleEvent event, LifecycleAction missing) {
        String name = XmlReading.text(root, event.element());
        if (name == null) {
            return missing;
        }
        return LifecycleAction.ofXmlName(name)
                .orElseThrow(() ->
                        XmlErrors.unacceptable(root.element(event.element()), "has the unknown action '" + name + "'"));
    }

    private static List<DiskFacts> disks(XmlElement devices) {
        List<DiskFacts> disks = new ArrayList<>();
        if (devices == null) {
            return disks;
        }
        for (XmlElement disk : devices.elements("disk")) {
            String target = XmlReading.attribute(disk, "target", "dev");
            if (target == null) {
                throw XmlErrors.unacceptable(disk, "has no <target dev=>");
            }
            if (disks.stream().anyMatch(other -> other.target().equals(target))) {
                throw XmlErrors.unacceptable(disk, "has the target '" + target + "' of another disk");
            }
            String device = disk.attribute("device");
            disks.add(DiskFacts.of(target, source(disk.element("source")), device == null ? "disk" : device));
        }
        return disks;
    }

    private static String source(XmlElement source) {
        if (source == null) {
            return null;
        }
        for (String attribute : List.of("file", "dev", "dir", "name", "volume")) {
            if (source.attribute(attribute) != null) {
                return source.attribute(attribute);
            }
        }
        return null;
    }

    private static List<NicFacts> nics(XmlElement devices) {
        List<NicFacts> nics = new ArrayList<>();
        if (devices == null) {
            return nics;
        }
        for (XmlElement nic : devices.elements("interface")) {
            String mac = XmlReading.attribute(nic, "mac", "address");
            nics.add(new NicFacts(
                    mac(nic, mac),
                    XmlReading.attribute(nic, "source", "network"),
                    XmlReading.attribute(nic, "target", "dev")));
        }
        return nics;
    }

    private static String mac(XmlElement nic, String text) {
        try {
            MacAddress mac = MacAddress.parse(String.valueOf(text));
            if (mac.isMulticast()) {
                throw XmlErrors.unacceptable(nic, "has the multicast address " + text + ", which no card can have");
            }
            return mac.toString();
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(nic, "has the invalid MAC address '" + text + "'");
        }
    }
}
