package org.innkeeper.core.xml;

import java.util.Objects;

/**
 * A comment, a processing instruction or the declaration of the document, kept letter by letter.
 *
 * @param raw the whole markup with its delimiters
 */
public record XmlMarkup(String raw) implements XmlNode {
    public XmlMarkup {
        Objects.requireNonNull(raw, "raw");
    }

    @Override
    public void write(StringBuilder out) {
        out.append(raw);
    }

    @Override
    public XmlNode copy() {
        return this;
    }
}
