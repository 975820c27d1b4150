package org.innkeeper.driver.openvz.facet;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.VzErrors;
import org.innkeeper.driver.openvz.stats.HostFacts;

/** The documents that tell what a host and its containers can have. */
final class CapabilityDocuments {
    static final String TYPE = "openvz";

    private CapabilityDocuments() {}

    /** The capabilities of the host. */
    static String host() {
        XmlElement root = XmlElement.parse(
                """
                <capabilities>
                  <host>
                    <cpu>
                      <arch/>
                    </cpu>
                  </host>
                  <guest>
                    <os_type>exe</os_type>
                    <arch>
                      <wordsize/>
                      <domain type='openvz'/>
                    </arch>
                  </guest>
                </capabilities>
                """
                        .strip());
        String architecture = HostFacts.architecture();
        root.element("host").element("cpu").element("arch").setText(architecture);
        XmlElement arch = root.element("guest").element("arch").setAttribute("name", architecture);
        arch.element("wordsize").setText(architecture.contains("64") ? "64" : "32");
        return XmlDocument.of(root).toText();
    }

    /**
     * What a container can have. The templates it can be made of stand as values of the file system, as there is no other
     * place for them in this document.
     *
     * @param arch which architecture is asked for, or null
     * @param type which domain type, or null
     * @param templates the names of those on this host
     */
    static String container(String arch, String type, int cpus, List<String> templates, boolean console) {
        if (arch != null && !arch.equals(HostFacts.architecture())) {
            throw unsupported("containers of the architecture " + arch);
        }
        if (type != null && !type.equals(TYPE)) {
            throw unsupported("domains of the type " + type);
        }
        XmlElement root = XmlElement.parse("<domainCapabilities>\n</domainCapabilities>");
        child(root, "domain").setText(TYPE);
        child(root, "arch").setText(HostFacts.architecture());
        child(root, "vcpu").setAttribute("max", Integer.toString(cpus));
        XmlElement devices = child(root, "devices");
        XmlElement filesystem = supported(devices, "filesystem", true);
        values(filesystem, "type", List.of("template"));
        values(filesystem, "template", templates);
        values(supported(devices, "interface", true), "type", List.of("ethernet", "bridge"));
        values(supported(devices, "console", console), "type", console ? List.of("pty") : List.of());
        for (String missing : List.of("disk", "graphics", "video", "hostdev", "rng", "tpm")) {
            supported(devices, missing, false);
        }
        return XmlDocument.of(root).toText();
    }

    private static RuntimeException unsupported(String what) {
        return VzErrors.of(
                ErrorCode.CONFIG_UNSUPPORTED,
                "This OpenVZ host has no " + what,
                "Ask for the type openvz and the architecture " + HostFacts.architecture());
    }

    private static XmlElement supported(XmlElement devices, String device, boolean yes) {
        return child(devices, device).setAttribute("supported", yes ? "yes" : "no");
    }

    private static void values(XmlElement device, String name, List<String> values) {
        if (!values.isEmpty()) {
            XmlElement list = child(device, "enum").setAttribute("name", name);
            values.forEach(value -> child(list, "value").setText(value));
        }
    }

    private static XmlElement child(XmlElement parent, String name) {
        XmlElement child = new XmlElement(name);
        parent.add(child);
        return child;
    }
}
