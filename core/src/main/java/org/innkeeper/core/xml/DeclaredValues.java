package org.innkeeper.core.xml;

import java.util.List;

/** Every declared value is one of its kind: numbers are numbers, and words are among those that mean something. */
public final class DeclaredValues {
    private DeclaredValues() {}

    /**
     * Checks all declared values in a document.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_ERROR naming the element of the first that is not
     */
    public static void check(XmlElement root, List<Catalogue> catalogues) {
        for (Catalogue catalogue : catalogues) {
            for (XmlElement element : catalogue.elements(root)) {
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
