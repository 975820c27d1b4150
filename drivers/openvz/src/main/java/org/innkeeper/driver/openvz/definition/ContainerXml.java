package org.innkeeper.driver.openvz.definition;

import java.util.Optional;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.innkeeper.driver.openvz.host.HostConfig;

/** The domain document of a container, in the modern dialect. */
public final class ContainerXml {
    /** The alias of the one console a container has. */
    public static final String CONSOLE = "console0";

    private final Container container;
    private final ContainerConfig config;
    private final HostConfig host;
    private final int hostCpus;
    private final boolean hasConsole;
    private final XmlElement root = XmlElement.parse("<domain type='openvz'>\n</domain>");

    private ContainerXml(Container container, HostConfig host, int hostCpus, boolean hasConsole) {
        this.container = container;
        config = container.config();
        this.host = host;
        this.hostCpus = hostCpus;
        this.hasConsole = hasConsole;
    }

    /**
     * @param host what holds for all containers
     * @param live with the id of a container that runs
     * @param hostCpus how many CPUs the host has
     * @param hasConsole whether its console can be opened
     */
    public static String of(Container container, HostConfig host, boolean live, int hostCpus, boolean hasConsole) {
        return new ContainerXml(container, host, hostCpus, hasConsole).write(live);
    }

    private String write(boolean live) {
        if (live && container.running()) {
            root.setAttribute("id", Integer.toString(container.veid()));
        }
        child(root, "name").setText(container.name());
        child(root, "uuid").setText(container.uuid().toString());
        ContainerTexts texts = ContainerTexts.of(config);
        texts.title().ifPresent(text -> child(root, "title").setText(text));
        texts.description().ifPresent(text -> child(root, "description").setText(text));
        texts.metadata().ifPresent(root::add);
        memory();
        vcpus();
        XmlElement os = child(root, "os");
        child(os, "type").setText("exe");
        child(os, "init").setText("/sbin/init");
        child(root, "clock").setAttribute("offset", "utc");
        child(root, "on_poweroff").setText("destroy");
        child(root, "on_reboot").setText("destroy");
        child(root, "on_crash").setText("destroy");
        XmlElement devices = child(root, "devices");
        filesystem(devices);
        networkOf(devices, config);
        if (hasConsole) {
            console(devices);
        }
        return XmlDocument.of(root).toText();
    }

    private void memory() {
        MemoryLimits memory = MemoryLimits.of(config);
        size(root, "memory", memory.isLimited() ? memory.maximum() : 0);
        size(root, "currentMemory", memory.isLimited() ? memory.current() : 0);
        Optional<Long> guaranteed = Limit.of(config, "VMGUARPAGES", Limit.PAGE)
                .map(Limit::barrier)
                .filter(pages -> pages > 0 && pages < Limit.UNLIMITED);
        if (guaranteed.isPresent() || memory.withSwap().isPresent()) {
            XmlElement tuning = child(root, "memtune");
            guaranteed.ifPresent(pages -> size(tuning, "min_guarantee", pages * (Limit.PAGE >> 10)));
            memory.withSwap().ifPresent(kib -> size(tuning, "swap_hard_limit", kib));
        }
    }

    private static void size(XmlElement parent, String name, long kib) {
        child(parent, name).setAttribute("unit", "KiB").setText(Long.toString(kib));
    }

    private void vcpus() {
        VcpuNumbers vcpus = VcpuNumbers.of(config, hostCpus);
        XmlElement element = child(root, "vcpu");
        if (vcpus.current() != vcpus.maximum()) {
            element.setAttribute("current", Integer.toString(vcpus.current()));
        }
        element.setText(Integer.toString(vcpus.maximum()));
        CpuBinding.of(config).ifPresent(mask -> {
            XmlElement tuning = child(root, "cputune");
            for (int i = 0; i < vcpus.current(); i++) {
                child(tuning, "vcpupin")
                        .setAttribute("vcpu", Integer.toString(i))
                        .setAttribute("cpuset", mask.toString());
            }
        });
    }

    private static void console(XmlElement devices) {
        XmlElement console = child(devices, "console").setAttribute("type", "pty");
        child(console, "target").setAttribute("type", "openvz").setAttribute("port", "0");
        child(console, "alias").setAttribute("name", CONSOLE);
    }

    private void filesystem(XmlElement devices) {
        Optional<String> template = config.value("OSTEMPLATE").filter(name -> !name.isBlank());
        XmlElement filesystem = child(devices, "filesystem").setAttribute("accessmode", "passthrough");
        if (template.isPresent()) {
            filesystem.setAttribute("type", "template");
            child(filesystem, "source").setAttribute("name", template.get());
        } else {
            filesystem.setAttribute("type", "mount");
            child(filesystem, "source").setAttribute("dir", host.privateArea(container));
        }
        child(filesystem, "target").setAttribute("dir", "/");
        Limit.of(config, "DISKSPACE", Limit.KIB).ifPresent(space -> {
            space(filesystem, "space_hard_limit", space.limit());
            space(filesystem, "space_soft_limit", space.barrier());
        });
    }

    private static void space(XmlElement filesystem, String name, long kib) {
        if (kib < Long.MAX_VALUE >> 10) {
            child(filesystem, name).setAttribute("unit", "bytes").setText(Long.toString(kib << 10));
        }
    }

    /** Adds the interfaces a configuration file tells of: the routed addresses first, then the Ethernet devices. */
    public static void networkOf(XmlElement devices, ContainerConfig config) {
        for (VenetAddress address : VenetAddress.of(config)) {
            XmlElement ip = child(child(devices, "interface").setAttribute("type", "ethernet"), "ip")
                    .setAttribute("address", address.text())
                    .setAttribute("family", address.length() == 32 ? "ipv4" : "ipv6");
            if (address.prefix() >= 0) {
                ip.setAttribute("prefix", Integer.toString(address.prefix()));
            }
        }
        for (NetInterface device : NetInterface.of(config)) {
            XmlElement element = child(devices, "interface").setAttribute("type", "bridge");
            attribute(element, "mac", "address", device.mac());
            attribute(element, "source", "bridge", device.bridge());
            attribute(element, "target", "dev", device.hostName());
            attribute(element, "guest", "dev", device.name());
        }
    }

    private static void attribute(XmlElement parent, String name, String attribute, String value) {
        if (value != null) {
            child(parent, name).setAttribute(attribute, value);
        }
    }

    private static XmlElement child(XmlElement parent, String name) {
        XmlElement child = new XmlElement(name);
        parent.add(child);
        return child;
    }
}
