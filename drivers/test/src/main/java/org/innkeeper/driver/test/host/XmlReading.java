package org.innkeeper.driver.test.host;

import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/** Small steps that all documents of a host are read with. */
public final class XmlReading {
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("b", 1L),
            Map.entry("byte", 1L),
            Map.entry("bytes", 1L),
            Map.entry("kb", 1_000L),
            Map.entry("k", 1L << 10),
            Map.entry("kib", 1L << 10),
            Map.entry("mb", 1_000_000L),
            Map.entry("m", 1L << 20),
            Map.entry("mib", 1L << 20),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("g", 1L << 30),
            Map.entry("gib", 1L << 30),
            Map.entry("tb", 1_000_000_000_000L),
            Map.entry("t", 1L << 40),
            Map.entry("tib", 1L << 40),
            Map.entry("p", 1L << 50),
            Map.entry("pib", 1L << 50));

    private XmlReading() {}

    /** The root of a document that must be of a kind. */
    public static XmlDocument document(String text, String rootName) {
        XmlDocument document = XmlDocument.parse(text);
        if (!document.root().localName().equals(rootName)) {
            throw unacceptable(document.root(), "is not a <" + rootName + "> document");
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
            throw unacceptable(root, ErrorCode.NO_NAME, "has no <name>");
        }
        if (name.indexOf('/') >= 0) {
            throw unacceptable(root.element("name"), "'" + name + "' must not contain '/'");
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
            throw unacceptable(element, "'" + text + "' is not a UUID");
        }
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    /** Bytes of an element with a number and a {@code unit}. */
    public static long bytes(XmlElement element, String defaultUnit) {
        String unit = element.attribute("unit");
        Long factor = UNITS.get((unit == null ? defaultUnit : unit).toLowerCase(java.util.Locale.ROOT));
        if (factor == null) {
            throw unacceptable(element, "has the unknown unit '" + unit + "'");
        }
        try {
            return Math.multiplyExact(Long.parseLong(element.text().strip()), factor);
        } catch (NumberFormatException | ArithmeticException e) {
            throw unacceptable(element, "'" + element.text().strip() + "' is not a size");
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
            throw unacceptable(element, "'" + text + "' is not a number");
        }
        throw unacceptable(element, "'" + text + "' is negative");
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

    public static InnkeeperException unacceptable(XmlElement element, String reason) {
        return unacceptable(element, ErrorCode.XML_ERROR, reason);
    }

    private static InnkeeperException unacceptable(XmlElement element, ErrorCode code, String reason) {
        String place = element.line() > 0 ? " (line " + element.line() + ", column " + element.column() + ")" : "";
        return new InnkeeperException(ErrorInfo.of(
                        code, ErrorOrigin.XML, "<" + element.name() + "> " + reason + place)
                .withDetail(element.path())
                .withNumbers(element.column(), element.line()));
    }
}
