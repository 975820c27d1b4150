package org.innkeeper.core.xml;

import java.util.Objects;

/**
 * Character data.
 *
 * @param value what it says
 * @param raw how it is written: with its references, or as a CDATA section
 */
public record XmlText(String value, String raw) implements XmlNode {
    public XmlText {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(raw, "raw");
    }

    /** Text that is to be written with the references it needs. */
    public static XmlText of(String value) {
        return new XmlText(value, XmlCharacters.escapeText(value));
    }

    @Override
    public void write(StringBuilder out) {
        out.append(raw);
    }

    @Override
    public XmlNode copy() {
        return this;
    }

    @Override
    public boolean isBlank() {
        return value.isBlank() && raw.isBlank();
    }
}
