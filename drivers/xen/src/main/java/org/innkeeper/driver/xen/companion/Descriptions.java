package org.innkeeper.driver.xen.companion;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;

/** The part of a definition that is for people and other programs, which a run has without its hypervisor knowing. */
final class Descriptions {
    private static final List<String> NAMES = List.of("title", "description", "metadata");

    private Descriptions() {}

    /** A document with nothing but this part. */
    static XmlElement of(XmlElement definition) {
        XmlElement notes = new XmlElement(definition.name());
        definition.attributes().forEach((name, value) -> {
            if (name.startsWith("xmlns:")) {
                notes.setAttribute(name, value);
            }
        });
        copy(definition, notes);
        return notes;
    }

    /** Replaces this part of a definition by another one's. */
    static void replace(XmlElement definition, XmlElement notes) {
        NAMES.forEach(name -> List.copyOf(definition.elements(name)).forEach(XmlElement::detach));
        notes.attributes().forEach(definition::setAttribute);
        copy(notes, definition);
    }

    private static void copy(XmlElement from, XmlElement to) {
        for (String name : NAMES) {
            from.elements(name).forEach(element -> to.insert(element.copy()));
        }
    }
}
