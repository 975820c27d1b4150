package org.innkeeper.core.xml;

import java.util.List;
import java.util.Optional;

/** A value that is true where an element is there, such as {@code features/acpi}. */
record PresenceProperty(String name, PropertyPath location) implements LocatedProperty<Boolean> {
    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public List<Boolean> choices() {
        return List.of(true, false);
    }

    /** Empty where the element is missing: whether that means no is for the reader to say. */
    @Override
    public Optional<Boolean> get(XmlElement base) {
        return location.find(base) == null ? Optional.empty() : Optional.of(true);
    }

    @Override
    public void set(XmlElement base, Boolean value) {
        if (value) {
            location.create(base);
        } else {
            remove(base);
        }
    }

    @Override
    public void remove(XmlElement base) {
        XmlElement element = location.find(base);
        if (element != null) {
            XmlElement parent = element.parent();
            parent.remove(element);
            location.prune(base, parent);
        }
    }
}
