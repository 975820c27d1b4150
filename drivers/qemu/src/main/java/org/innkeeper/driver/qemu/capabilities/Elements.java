package org.innkeeper.driver.qemu.capabilities;

import java.util.Collection;
import org.innkeeper.core.xml.XmlElement;

/** Small steps of writing a document. */
final class Elements {
    private Elements() {}

    /** A new element inside {@code parent}, at its end, with attributes given as name, value, name, value. */
    static XmlElement add(XmlElement parent, String name, String... attributes) {
        XmlElement child = new XmlElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            child.setAttribute(attributes[i], attributes[i + 1]);
        }
        parent.add(child);
        return child;
    }

    static XmlElement addText(XmlElement parent, String name, String text) {
        return add(parent, name).setText(text);
    }

    /** An {@code enum} of choices. */
    static void addChoices(XmlElement parent, String name, Collection<String> values) {
        XmlElement choices = add(parent, "enum", "name", name);
        values.forEach(value -> addText(choices, "value", value));
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
