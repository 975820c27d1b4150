package org.innkeeper.core.xml;

/** Anything that stands in a document: an element, text, or markup that only has to survive. */
public sealed interface XmlNode permits XmlElement, XmlText, XmlMarkup {
    /** Writes the node as it was read, or as it was changed since. */
    void write(StringBuilder out);

    /** A copy that belongs to no document. */
    XmlNode copy();

    /** Whether the node is nothing but the space between elements. */
    default boolean isBlank() {
        return false;
    }
}
