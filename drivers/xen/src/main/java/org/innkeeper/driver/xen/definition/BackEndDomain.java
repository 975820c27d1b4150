package org.innkeeper.driver.xen.definition;

import java.util.Set;
import org.innkeeper.core.xml.XmlElement;

/** The domain that serves a disk or an interface where it is not Domain-0. */
final class BackEndDomain {
    private static final String ELEMENT = "backenddomain";
    private static final Set<String> DOMAIN_0 = Set.of("0", "Domain-0");

    private BackEndDomain() {}

    /** The domain that Xen's tools name, null for Domain-0. */
    static String named(String name) {
        return name == null || name.isBlank() || DOMAIN_0.contains(name) ? null : name;
    }

    static String of(XmlElement device) {
        return named(Elements.attributeAt(device, ELEMENT, "name"));
    }

    static void add(XmlElement device, String name) {
        if (name != null) {
            device.add(Elements.of(ELEMENT, "name", name));
        }
    }
}
