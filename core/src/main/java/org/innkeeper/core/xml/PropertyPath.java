package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way from a base element to a value: {@code os/type@arch}, {@code feature[@name='x']@policy}. Every step is the
 * first child that matches. The prefixes that may stand in a path are those of {@link #NAMESPACES}, whatever prefix the
 * document uses for them; a step without one is in no namespace.
 */
final class PropertyPath {
    static final Map<String, String> NAMESPACES = Map.of(
            "qemu", "http://libvirt.org/schemas/domain/qemu/1.0",
            "libosinfo", "http://libosinfo.org/xmlns/libvirt/domain/1.0");

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private final String attribute;

    private PropertyPath(String text) {
        this.text = text;
        int at = text.lastIndexOf('@');
        boolean hasAttribute = at >= 0 && text.indexOf(']', at) < 0;
        attribute = hasAttribute ? text.substring(at + 1) : null;
        String elements = hasAttribute ? text.substring(0, at) : text;
        if (!elements.isEmpty()) {
            for (String step : elements.split("/")) {
                steps.add(Step.parse(step));
            }
        }
    }

    static PropertyPath parse(String text) {
        return new PropertyPath(text);
    }

    /** The attribute at the end, null where the path ends at an element. */
    String attribute() {
        return attribute;
    }

    /** The element the path leads to, null where it is not there. */
    XmlElement find(XmlElement base) {
        XmlElement element = base;
        for (int i = 0; i < steps.size() && element != null; i++) {
            element = steps.get(i).find(element);
        }
        return element;
    }

    /** The element the path leads to, made where it is missing. */
    XmlElement create(XmlElement base) {
        XmlElement element = base;
        for (Step step : steps) {
            XmlElement next = step.find(element);
            element = next == null ? step.create(element) : next;
        }
        return element;
    }

    /** Takes away the element at the end and those above it, below the base, as long as they say nothing. */
    void prune(XmlElement base, XmlElement end) {
        XmlElement element = end;
        while (element != base && element.isEmpty() && !element.hasAttributes()) {
            XmlElement parent = element.parent();
            parent.remove(element);
            element = parent;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** One element on the way. */
    private record Step(String prefix, String name, String key, String value) {
        static Step parse(String text) {
            int bracket = text.indexOf('[');
            String qualified = bracket < 0 ? text : text.substring(0, bracket);
            int colon = qualified.indexOf(':');
            String prefix = colon < 0 ? null : qualified.substring(0, colon);
            if (bracket < 0) {
                return new Step(prefix, qualified.substring(colon + 1), null, null);
            }
            String[] condition = text.substring(bracket + 2, text.length() - 2).split("='");
            return new Step(prefix, qualified.substring(colon + 1), condition[0], condition[1]);
        }

        XmlElement find(XmlElement parent) {
            for (int i = 0; i < parent.size(); i++) {
                if (parent.node(i) instanceof XmlElement child && matches(child)) {
                    return child;
                }
            }
            return null;
        }

        private boolean matches(XmlElement element) {
            return isNamed(element, prefix, name) && (key == null || value.equals(element.attribute(key)));
        }

        XmlElement create(XmlElement parent) {
            XmlElement child = new XmlElement(prefix == null ? name : prefixIn(parent) + ":" + name);
            if (prefix != null && parent.namespaceOfPrefix(prefixIn(parent)) == null) {
                child.setAttribute("xmlns:" + prefix, NAMESPACES.get(prefix));
            }
            if (key != null) {
                child.setAttribute(key, value);
            }
            parent.insert(child);
            return child;
        }

        /** The prefix the document has for our namespace, else ours. */
        private String prefixIn(XmlElement parent) {
            String namespace = NAMESPACES.get(prefix);
            for (XmlElement element = parent; element != null; element = element.parent()) {
                for (Map.Entry<String, String> entry : element.attributes().entrySet()) {
                    if (entry.getKey().startsWith("xmlns:") && entry.getValue().equals(namespace)) {
                        return entry.getKey().substring("xmlns:".length());
                    }
                }
            }
            return prefix;
        }
    }

    /** Whether an element has that local name in the namespace of that prefix (null for no namespace). */
    static boolean isNamed(XmlElement element, String prefix, String name) {
        if (prefix == null) {
            return element.name().equals(name) && element.namespaceOfPrefix("") == null;
        }
        return element.localName().equals(name) && NAMESPACES.get(prefix).equals(element.namespace());
    }
}
