package org.innkeeper.driver.xen.definition;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.xml.XmlElement;

/** A disk in a Ceph pool, as the one name that QEMU's block layer in Xen is given. */
final class RbdSource {
    private static final String PREFIX = "rbd:";

    private RbdSource() {}

    /** The name of the source of a network disk. */
    static String name(XmlElement source) {
        String protocol = source == null ? null : source.attribute("protocol");
        if (!"rbd".equals(protocol)) {
            throw XenErrors.unsupported("Xen has no disks over the protocol " + protocol + ", only rbd");
        }
        StringBuilder name = new StringBuilder(PREFIX).append(source.attribute("name"));
        name.append(":auth_supported=none");
        List<String> hosts = new ArrayList<>();
        for (XmlElement host : source.elements("host")) {
            String port = host.attribute("port");
            String address = host.attribute("name");
            String plain = address.indexOf(':') < 0 ? address : "[" + address.replace(":", "\\\\:") + "]";
            hosts.add(port == null ? plain : plain + "\\\\:" + port);
        }
        if (!hosts.isEmpty()) {
            name.append(":mon_host=").append(String.join("\\\\;", hosts));
        }
        return name.toString();
    }

    /** The source that a name stands for. */
    static XmlElement element(String name) {
        if (!name.startsWith(PREFIX)) {
            throw XenErrors.unsupported("The disk source '" + name + "' is of no protocol that is known");
        }
        String[] parts = name.substring(PREFIX.length()).split("(?<!\\\\):");
        XmlElement source = Elements.of("source", "protocol", "rbd", "name", parts[0]);
        for (String part : parts) {
            if (part.startsWith("mon_host=")) {
                for (String host : part.substring("mon_host=".length()).split("\\\\*;")) {
                    source.add(host(host.replaceAll("\\\\+", "")));
                }
            }
        }
        return source;
    }

    private static XmlElement host(String text) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String name = hasPort ? text.substring(0, colon) : text;
        String plain = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        return Elements.of("host", "name", plain, "port", hasPort ? text.substring(colon + 1) : null);
    }
}
