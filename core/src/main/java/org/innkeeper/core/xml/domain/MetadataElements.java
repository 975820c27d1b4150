package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlNode;
import org.innkeeper.core.xml.XmlText;

/** Elements of other programs in the metadata of a domain: one for each namespace. */
public final class MetadataElements {
    private MetadataElements() {}

    /** The element of that namespace, or null. */
    public static XmlElement find(XmlElement domain, String uri) {
        XmlElement metadata = domain.element("metadata");
        if (metadata == null) {
            return null;
        }
        return metadata.elements().stream()
                .filter(element -> uri.equals(element.namespace()))
                .findFirst()
                .orElse(null);
    }

    /** Puts a copy of the element in the place of the one with its namespace; null only takes that away. */
    public static void replace(XmlElement domain, String uri, XmlElement element) {
        XmlElement old = find(domain, uri);
        if (old != null) {
            old.detach();
        }
        if (element == null) {
            return;
        }
        XmlElement metadata = domain.element("metadata");
        if (metadata == null) {
            metadata = new XmlElement("metadata");
            domain.insert(metadata);
        }
        metadata.add(element.copy());
    }

    /** The element and all below in a namespace with that prefix. */
    public static XmlElement withPrefix(XmlElement element, String prefix, String uri) {
        XmlElement root = renamed(element, prefix + ":", uri);
        return root.setAttribute("xmlns:" + prefix, uri);
    }

    /** The element and all below as they were before {@link #withPrefix}. */
    public static XmlElement withoutPrefix(XmlElement element, String uri) {
        return renamed(element, "", uri);
    }

    private static XmlElement renamed(XmlElement element, String prefix, String uri) {
        boolean ours = element.namespace() == null || uri.equals(element.namespace());
        XmlElement copy = new XmlElement(ours ? prefix + element.localName() : element.name());
        element.attributes().forEach((name, value) -> {
            if (!(name.startsWith("xmlns") && value.equals(uri))) {
                copy.setAttribute(name, value);
            }
        });
        for (XmlNode node : element.nodes()) {
            if (node instanceof XmlElement child) {
                copy.add(renamed(child, prefix, uri));
            } else if (node instanceof XmlText text && !text.isBlank()) {
                copy.setText(copy.text() + text.value());
            }
        }
        return copy;
    }
}
