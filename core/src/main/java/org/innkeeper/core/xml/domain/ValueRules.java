package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Every declared value is one of its kind: numbers are numbers, and words are among those that mean something. */
final class ValueRules {
    private ValueRules() {}

    static void check(DomainDocument domain) {
        for (Catalogue catalogue : DomainCatalogues.ALL) {
            for (XmlElement element : catalogue.elements(domain.root())) {
                for (Property<?> property : catalogue.properties()) {
                    check(element, property);
                }
            }
        }
    }

    private static <T> void check(XmlElement element, Property<T> property) {
        T value = property.get(element).orElse(null);
        if (value != null
                && !property.choices().isEmpty()
                && !property.choices().contains(value)) {
            throw XmlErrors.unacceptable(
                    element, "'" + value + "' is no value of " + property.path() + ", only " + property.choices());
        }
    }
}
