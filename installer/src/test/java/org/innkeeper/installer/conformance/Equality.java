package org.innkeeper.installer.conformance;

import java.util.List;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** How documents are compared. */
final class Equality {
    private Equality() {}

    /** Fails with the first difference where two documents do not mean the same. */
    static void requireSame(XmlDocument expected, XmlDocument actual) {
        CanonicalXml.firstDifference(expected.root(), actual.root()).ifPresent(difference -> {
            throw new AssertionError(difference);
        });
    }

    /** Reads a document, sets every declared property to the value it has, writes and reads it: nothing has changed. */
    static void requireRoundTrip(String text, List<Catalogue> catalogues) {
        XmlDocument original = XmlDocument.parse(text);
        XmlDocument edited = original.copy();
        for (Catalogue catalogue : catalogues) {
            for (XmlElement element : catalogue.elements(edited.root())) {
                catalogue.properties().forEach(property -> setToItself(element, property));
            }
        }
        requireSame(original, XmlDocument.parse(edited.toText()));
        if (!XmlDocument.parse(text).toText().equals(text)) {
            throw new AssertionError("written in another way than it was read");
        }
    }

    private static <T> void setToItself(XmlElement element, Property<T> property) {
        property.get(element).ifPresent(value -> property.set(element, value));
    }
}
