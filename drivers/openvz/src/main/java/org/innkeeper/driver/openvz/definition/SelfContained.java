package org.innkeeper.driver.openvz.definition;

import org.innkeeper.core.xml.XmlElement;

/** Copies elements out of their document, with the namespaces they use. */
final class SelfContained {
    private SelfContained() {}

    /** A copy that declares every prefix its elements and attributes use and do not declare themselves. */
    static XmlElement copyOf(XmlElement element) {
        XmlElement copy = element.copy();
        declare(element, copy);
        return copy;
    }

    /** Goes through the original, whose surroundings tell what a prefix means. */
    private static void declare(XmlElement original, XmlElement copy) {
        declare(original, original.name(), copy);
        original.attributes().keySet().stream()
                .filter(name -> name.contains(":") && !name.startsWith("xmlns:"))
                .forEach(name -> declare(original, name, copy));
        for (int i = 0; i < original.elements().size(); i++) {
            declare(original.elements().get(i), copy.elements().get(i));
        }
    }

    private static void declare(XmlElement original, String name, XmlElement copy) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String uri = original.namespaceOfPrefix(prefix);
        if (uri != null && !prefix.equals("xml") && !uri.equals(copy.namespaceOfPrefix(prefix))) {
            copy.setAttribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
        }
    }
}
