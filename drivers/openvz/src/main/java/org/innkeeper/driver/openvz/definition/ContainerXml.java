package org.innkeeper.driver.openvz.definition;

import java.util.Optional;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/** The domain document of a container, in the modern dialect. */
public final class ContainerXml {
    private final Container container;
    private final ContainerConfig config;
    private final int hostCpus;
    private final XmlElement root = XmlElement.parse("<domain type='openvz'>\n</domain>");

    private ContainerXml(Container container, int hostCpus) {
        this.container = container;
        config = container.config();
        this.hostCpus = hostCpus;
    }

    /**
     * @param live with the id of a container that runs
     * @param hostCpus how many CPUs the host has
     */
    public static String of(Container container, boolean live, int hostCpus) {
        return new ContainerXml(container, hostCpus).write(live);
    }

    private String write(boolean live) {
        if (live && container.running()) {
            root.setAttribute("id", Integer.toString(container.veid()));
        }
        child(root, "name").setText(container.name());
        child(root, "uuid").setText(container.uuid().toString());
        CommentText.read(config, CommentText.TITLE_TAG)
                .ifPresent(text -> child(root, "title").setText(text));
        CommentText.read(config, CommentText.DESCRIPTION_TAG)
                .ifPresent(text -> child(root, "description").setText(text));
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
        return XmlDocument.of(root).toText();
    }

    private void memory() {
        MemoryLimits memory = MemoryLimits.of(config);
        size(root, "memory", memory.isLimited() ? memory.maximum() : 0);
        size(root, "currentMemory", memory.isLimited() ? memory.current() : 0);
        Limit.of(config, "VMGUARPAGES", Limit.PAGE)
                .map(Limit::barrier)
                .filter(pages -> pages > 0 && pages < Limit.UNLIMITED)
                .ifPresent(pages -> size(child(root, "memtune"), "min_guarantee", pages * (Limit.PAGE >> 10)));
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
    }

    private void filesystem(XmlElement devices) {
        Optional<String> template = config.value("OSTEMPLATE").filter(name -> !name.isBlank());
        XmlElement filesystem = child(devices, "filesystem").setAttribute("accessmode", "passthrough");
        if (template.isPresent()) {
            filesystem.setAttribute("type", "template");
            child(filesystem, "source").setAttribute("name", template.get());
        } else {
            filesystem.setAttribute("type", "mount");
            String place = config.value("VE_PRIVATE").orElse("/vz/private/$VEID");
            child(filesystem, "source")
                    .setAttribute(
                            "dir",
                            place.replace("${VEID}", "$VEID").replace("$VEID", Integer.toString(container.veid())));
        }
        child(filesystem, "target").setAttribute("dir", "/");
        Limit.of(config, "DISKSPACE", 1024).ifPresent(space -> {
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
        for (String address : config.words("IP_ADDRESS")) {
            String[] parts = address.split("/", 2);
            XmlElement ip = child(child(devices, "interface").setAttribute("type", "ethernet"), "ip")
                    .setAttribute("address", parts[0])
                    .setAttribute("family", parts[0].contains(":") ? "ipv6" : "ipv4");
            if (parts.length == 2) {
                ip.setAttribute("prefix", parts[1]);
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
