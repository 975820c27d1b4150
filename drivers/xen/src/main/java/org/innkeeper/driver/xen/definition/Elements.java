package org.innkeeper.driver.xen.definition;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;

/** Short ways to make and read elements. */
public final class Elements {
    private Elements() {}

    /** An element with attributes, given as names and values in turn; those with the value null are left out. */
    public static XmlElement of(String name, String... attributes) {
        XmlElement element = new XmlElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        return element;
    }

    /** An element with nothing but a text. */
    public static XmlElement text(String name, String text) {
        return new XmlElement(name).setText(text);
    }

    /** The element at a path of names below another one, the first of each name; null where there is none. */
    public static XmlElement find(XmlElement base, String path) {
        XmlElement element = base;
        for (String name : path.split("/")) {
            element = element == null ? null : element.element(name);
        }
        return element;
    }

    /** The text at a path, null where the element is missing. */
    public static String textAt(XmlElement base, String path) {
        XmlElement element = find(base, path);
        return element == null ? null : element.text();
    }

    /** The attribute of the element at a path, null where either is missing. */
    public static String attributeAt(XmlElement base, String path, String attribute) {
        XmlElement element = find(base, path);
        return element == null ? null : element.attribute(attribute);
    }

    /** The devices of a kind in a domain. */
    public static List<XmlElement> devices(XmlElement domain, String kind) {
        XmlElement devices = domain.element("devices");
        return devices == null ? List.of() : devices.elements(kind);
    }
}
