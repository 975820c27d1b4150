package org.innkeeper.core.xml;

/**
 * One attribute, with the way it was written.
 *
 * @param leading the space before the name
 * @param name the name with its prefix
 * @param value what it says
 * @param raw the equals sign, quotes and value as written
 */
record XmlAttribute(String leading, String name, String value, String raw) {
    static XmlAttribute of(String name, String value) {
        return new XmlAttribute(" ", name, value, quoted(value));
    }

    XmlAttribute withValue(String newValue) {
        return new XmlAttribute(leading, name, newValue, quoted(newValue));
    }

    private static String quoted(String value) {
        return "='" + XmlCharacters.escapeAttribute(value) + "'";
    }
}
