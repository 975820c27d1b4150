package org.innkeeper.driver.qemu.definition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.innkeeper.core.xml.SizeUnit;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/**
 * Reads values at paths below an element: {@code source@file}, {@code model/acceleration@accel3d}. For the many small
 * facts of devices that no other part of the program edits.
 */
public final class Nodes {
    private static final BigInteger KIB = BigInteger.valueOf(1024);

    private Nodes() {}

    /** The element at a path of names, or null. */
    public static XmlElement child(XmlElement base, String path) {
        XmlElement element = base;
        if (!path.isEmpty()) {
            for (String name : path.split("/")) {
                element = element == null ? null : element.element(name);
            }
        }
        return element;
    }

    /** All elements at a path; the last name may occur often. */
    public static List<XmlElement> all(XmlElement base, String path) {
        int slash = path.lastIndexOf('/');
        XmlElement parent = slash < 0 ? base : child(base, path.substring(0, slash));
        return parent == null ? List.of() : new ArrayList<>(parent.elements(path.substring(slash + 1)));
    }

    /** The attribute after {@code @}, or the text of the element; null where there is none. */
    public static String text(XmlElement base, String path) {
        int at = path.indexOf('@');
        XmlElement element = child(base, at < 0 ? path : path.substring(0, at));
        if (element == null) {
            return null;
        }
        return at < 0 ? element.text().strip() : element.attribute(path.substring(at + 1));
    }

    public static String text(XmlElement base, String path, String otherwise) {
        String value = text(base, path);
        return value == null ? otherwise : value;
    }

    public static boolean has(XmlElement base, String path) {
        return path.indexOf('@') < 0 ? child(base, path) != null : text(base, path) != null;
    }

    /** Whether the value is exactly that. */
    public static boolean is(XmlElement base, String path, String value) {
        return value.equals(text(base, path));
    }

    /** {@code yes} and {@code on} are true, {@code no} and {@code off} false, nothing is null. */
    public static Boolean flag(XmlElement base, String path) {
        String value = text(base, path);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "true", "1" -> Boolean.TRUE;
            case "no", "off", "false", "0" -> Boolean.FALSE;
            default -> throw XmlErrors.unacceptable(nearest(base, path), "'" + value + "' is neither yes nor no");
        };
    }

    public static boolean isOn(XmlElement base, String path) {
        return Boolean.TRUE.equals(flag(base, path));
    }

    public static boolean isOff(XmlElement base, String path) {
        return Boolean.FALSE.equals(flag(base, path));
    }

    /** A whole number, decimal or with {@code 0x}; null where there is none. */
    public static Long number(XmlElement base, String path) {
        String value = text(base, path);
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return Long.decode(value.matches("0[0-9]+") ? value.replaceFirst("^0+(?=.)", "") : value);
        } catch (NumberFormatException e) {
            throw XmlErrors.unacceptable(nearest(base, path), "'" + value + "' is not a number");
        }
    }

    public static int number(XmlElement base, String path, int otherwise) {
        Long value = number(base, path);
        if (value == null) {
            return otherwise;
        }
        if (value != value.intValue()) {
            throw XmlErrors.unacceptable(nearest(base, path), value + " is out of range");
        }
        return value.intValue();
    }

    /** An amount of memory in KiB, rounded up; -1 where there is none. Without a unit it is KiB already. */
    public static long kib(XmlElement base, String path) {
        XmlElement element = child(base, path);
        return element == null
                ? -1
                : bytes(element, "KiB")
                        .add(KIB.subtract(BigInteger.ONE))
                        .divide(KIB)
                        .longValueExact();
    }

    private static BigInteger bytes(XmlElement element, String defaultUnit) {
        String unit = element.attribute("unit");
        try {
            BigInteger value = new BigInteger(element.text().strip());
            BigInteger bytes = value.multiply(SizeUnit.bytes(unit == null ? defaultUnit : unit));
            if (value.signum() < 0 || bytes.bitLength() > 62) {
                throw XmlErrors.unacceptable(element, "the amount of memory is out of range");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw XmlErrors.unacceptable(element, "'" + element.text().strip() + "' is not an amount of memory");
        }
    }

    /** The deepest element of the path that exists, for the place of an error. */
    public static XmlElement nearest(XmlElement base, String path) {
        XmlElement element = base;
        for (String name : path.replaceFirst("@.*", "").split("/")) {
            XmlElement next = name.isEmpty() ? null : element.element(name);
            if (next == null) {
                break;
            }
            element = next;
        }
        return element;
    }

    /** Sets attributes of a child, which is made where it is missing. */
    static XmlElement put(XmlElement base, String childName, String... namesAndValues) {
        XmlElement child = base.element(childName);
        if (child == null) {
            child = new XmlElement(childName);
            base.insert(child);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            child.setAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
        return child;
    }
}
