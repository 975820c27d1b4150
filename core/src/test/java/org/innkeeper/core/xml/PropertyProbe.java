package org.innkeeper.core.xml;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries one property on one element of a real document: every change can be taken back without a trace. */
public final class PropertyProbe {
    private PropertyProbe() {}

    /** Whether the property has a value there; if so, it is changed, changed back, removed and added again. */
    public static <T> boolean probe(XmlDocument original, XmlElement base, Property<T> property) {
        Optional<T> value = property.get(base);
        if (value.isEmpty()) {
            return false;
        }
        changeAndBack(original, indexPath(base), property, value.get());
        removeAndAdd(original, indexPath(base), property, value.get());
        return true;
    }

    private static <T> void changeAndBack(XmlDocument original, List<Integer> where, Property<T> property, T value) {
        XmlDocument document = original.copy();
        XmlElement base = follow(document.root(), where);
        XmlElement before = end(property, base).copy();
        T other = other(property, value);
        property.set(base, other);
        XmlElement reread = follow(XmlDocument.parse(document.toText()).root(), where);
        T found = property.get(reread).orElse(null);
        boolean gone = Boolean.FALSE.equals(other) && found == null;
        require(gone || other.equals(found), property, base, "set to " + other + " but read " + found);
        property.set(base, value);
        restoreStyle(property, base, before);
        requireSame(original, document, property, base, "changed and changed back");
    }

    private static <T> void removeAndAdd(XmlDocument original, List<Integer> where, Property<T> property, T value) {
        XmlDocument document = original.copy();
        XmlElement base = follow(document.root(), where);
        XmlElement before = end(property, base).copy();
        property.remove(base);
        require(property.get(base).isEmpty(), property, base, "removed but still there");
        XmlDocument.parse(document.toText());
        property.set(base, value);
        require(value.equals(property.get(base).orElse(null)), property, base, "added again but not equal");
        restoreStyle(property, base, before);
        requireSame(original, document, property, base, "removed and added again");
    }

    private static XmlElement end(Property<?> property, XmlElement base) {
        return ((LocatedProperty<?>) property).location().find(base);
    }

    private static <T> T other(Property<T> property, T value) {
        for (T choice : property.choices()) {
            if (!choice.equals(value)) {
                return choice;
            }
        }
        Object other = null;
        if (value instanceof String text) {
            other = text + "-other";
        } else if (value instanceof Integer number) {
            other = number + 1;
        } else if (value instanceof Long number) {
            other = property instanceof SizeProperty ? Math.max(1024, number * 2) : number - 1;
        } else if (value instanceof UUID) {
            other = UUID.fromString("00000000-0000-4000-8000-000000000001");
        } else if (value instanceof MacAddress mac) {
            other = new MacAddress(mac.bits() ^ 1);
        }
        return property.type().cast(other);
    }

    /**
     * A value may be written in more than one way (0x00 and 0, with and without unit), and an element whose presence is
     * the value takes along what it holds: both are put back before the documents are compared.
     */
    private static void restoreStyle(Property<?> property, XmlElement base, XmlElement before) {
        XmlElement end = end(property, base);
        String attribute = ((LocatedProperty<?>) property).location().attribute();
        if (property instanceof PresenceProperty) {
            before.attributes().forEach(end::setAttribute);
            if (end.isEmpty()) {
                before.elements().forEach(child -> end.add(child.copy()));
            }
        } else if (property instanceof StateProperty) {
            before.attributes().forEach(end::setAttribute);
            end.setAttribute(StateProperty.STATE, before.attribute(StateProperty.STATE));
            if (end.isEmpty()) {
                before.elements().forEach(child -> end.add(child.copy()));
            }
        } else if (attribute == null) {
            end.setText(before.text());
        } else {
            end.setAttribute(attribute, before.attribute(attribute));
        }
        if (property instanceof SizeProperty size) {
            end.setAttribute(size.unitAttribute(), before.attribute(size.unitAttribute()));
        }
    }

    private static void requireSame(
            XmlDocument original, XmlDocument document, Property<?> property, XmlElement base, String what) {
        CanonicalXml.firstDifference(original.root(), document.root())
                .ifPresent(difference -> fail(property, base, what + ", but then " + difference));
        XmlDocument reread = XmlDocument.parse(document.toText());
        CanonicalXml.firstDifference(original.root(), reread.root())
                .ifPresent(difference -> fail(property, base, what + " and read again, but then " + difference));
    }

    private static void require(boolean condition, Property<?> property, XmlElement base, String what) {
        if (!condition) {
            fail(property, base, what);
        }
    }

    private static void fail(Property<?> property, XmlElement base, String what) {
        throw new AssertionError(property.name() + " of " + base.path() + ": " + what);
    }

    private static List<Integer> indexPath(XmlElement element) {
        java.util.LinkedList<Integer> path = new java.util.LinkedList<>();
        for (XmlElement at = element; at.parent() != null; at = at.parent()) {
            path.addFirst(at.parent().elements().indexOf(at));
        }
        return path;
    }

    private static XmlElement follow(XmlElement root, List<Integer> path) {
        XmlElement element = root;
        for (int index : path) {
            element = element.elements().get(index);
        }
        return element;
    }
}
