package org.innkeeper.driver.test.host;

import java.math.BigInteger;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Small steps that all documents of a host are read with. */
public final class XmlReading {
    private XmlReading() {}

    /** The root of a document that must be of a kind. */
    public static XmlDocument document(String text, String rootName) {
        XmlDocument document = XmlDocument.parse(text);
        if (!document.root().localName().equals(rootName)) {
            throw XmlErrors.unacceptable(document.root(), "is not a <" + rootName + "> document");
        }
        return document;
    }

    /** The trimmed text of a child, or null where it is not there or empty. */
    public static String text(XmlElement parent, String child) {
        XmlElement element = parent.element(child);
        if (element == null) {
            return null;
        }
        String text = element.text().strip();
        return text.isEmpty() ? null : text;
    }

    /** An attribute of a child, or null. */
    public static String attribute(XmlElement parent, String child, String attribute) {
        XmlElement element = parent.element(child);
        return element == null ? null : element.attribute(attribute);
    }

    /** The name every object needs. */
    public static String name(XmlElement root) {
        String name = text(root, "name");
        if (name == null) {
            throw HostErrors.of(
                    ErrorCode.NO_NAME, "The <" + root.name() + "> has no <name>", "Give it a name that is not in use");
        }
        if (name.indexOf('/') >= 0) {
            throw XmlErrors.unacceptable(root.element("name"), "'" + name + "' must not contain '/'");
        }
        return name;
    }

    /** The UUID of an element that may lack it, with or without dashes; null where it is missing. */
    public static UUID uuid(XmlElement root) {
        String text = text(root, "uuid");
        return text == null ? null : uuid(root.element("uuid"), text);
    }

    private static UUID uuid(XmlElement element, String text) {
        String digits = text.replace("-", "").replace(" ", "");
        if (digits.length() != 32 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is not a UUID");
        }
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    /** Bytes of an element with a number and a {@code unit}. */
    public static long bytes(XmlElement element, String defaultUnit) {
        String unit = element.attribute("unit");
        String text = element.text().strip();
        try {
            BigInteger factor = SizeUnit.bytes(unit == null ? defaultUnit : unit);
            return new BigInteger(text).multiply(factor).longValueExact();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw XmlErrors.unacceptable(element, "'" + text + (unit == null ? "" : " " + unit) + "' is not a size");
        }
    }

    /** A whole number in an element, or the default where there is none. */
    public static int number(XmlElement parent, String child, int missing) {
        String text = text(parent, child);
        if (text == null) {
            return missing;
        }
        return number(parent.element(child), text);
    }

    /** A whole number that stands in the text or an attribute of an element. */
    public static int number(XmlElement element, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw XmlErrors.unacceptable(element, "'" + text + "' is not a number");
        }
        throw XmlErrors.unacceptable(element, "'" + text + "' is negative");
    }

    /** Sets the text of a child, which is made where it is missing. */
    public static XmlElement setText(XmlElement parent, String child, String value) {
        XmlElement element = parent.element(child);
        if (element == null) {
            element = new XmlElement(child).setText(value);
            parent.insert(element);
        } else {
            element.setText(value);
        }
        return element;
    }
}
