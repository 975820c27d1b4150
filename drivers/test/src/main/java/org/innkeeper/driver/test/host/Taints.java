package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;

/** Warnings about what a definition uses, in the words of libvirt's {@code virDomainGetMessages}. */
final class Taints {
    private Taints() {}

    static List<String> of(XmlElement root) {
        List<XmlElement> disks = devices(root, "disk");
        List<String> taints = new ArrayList<>();
        if (disks.stream().anyMatch(disk -> "yes".equals(disk.attribute("rawio")))) {
            taints.add("tainted: running with undesirable elevated privileges");
        }
        if (devices(root, "interface").stream().anyMatch(nic -> nic.element("script") != null)) {
            taints.add("tainted: network configuration using opaque shell scripts");
        }
        XmlElement cpu = root.element("cpu");
        if (cpu != null && "host-passthrough".equals(cpu.attribute("mode"))) {
            taints.add("tainted: use of host CPU passthrough");
        }
        if (disks.stream().anyMatch(Taints::isHostCdrom)) {
            taints.add("tainted: use of host cdrom passthrough");
        }
        XmlElement os = root.element("os");
        if (os != null && os.element("dtb") != null) {
            taints.add("tainted: custom device tree blob used");
        }
        if (cpu != null && "Deprecated-Test".equals(XmlReading.text(cpu, "model"))) {
            taints.add("tainted: use of deprecated configuration settings");
            taints.add("deprecated configuration: CPU model Deprecated-Test");
        }
        return taints;
    }

    private static boolean isHostCdrom(XmlElement disk) {
        return "cdrom".equals(disk.attribute("device")) && XmlReading.attribute(disk, "source", "dev") != null;
    }

    private static List<XmlElement> devices(XmlElement root, String kind) {
        XmlElement devices = root.element("devices");
        return devices == null ? List.of() : devices.elements(kind);
    }
}
