package org.innkeeper.core.xml;

import java.util.Optional;

/**
 * A document that defines an object of a host, edited in place. Not thread-safe.
 *
 * @param <D> the kind of document
 */
public abstract class DefinitionDocument<D extends DefinitionDocument<D>> {
    private final XmlDocument xml;

    /** @throws org.innkeeper.core.error.InnkeeperException XML_ERROR where the root is not of that name */
    protected DefinitionDocument(XmlDocument xml, String rootName) {
        if (!xml.root().name().equals(rootName) || xml.root().namespace() != null) {
            throw XmlErrors.unacceptable(xml.root(), "the root of this definition must be <" + rootName + ">");
        }
        this.xml = xml;
    }

    /** This document, as what it is. */
    protected abstract D self();

    /** A definition of its own with the same content. */
    public abstract D copy();

    public final XmlDocument xml() {
        return xml;
    }

    public final XmlElement root() {
        return xml.root();
    }

    /** The name of the object, "" where the definition has none. */
    public String name() {
        XmlElement element = root().element("name");
        return element == null ? "" : element.text().strip();
    }

    /** The value of a property of the whole object. */
    public final <T> Optional<T> get(Property<T> property) {
        return property.get(root());
    }

    /** Sets a property of the whole object. */
    public final <T> D set(Property<T> property, T value) {
        property.set(root(), value);
        return self();
    }

    /** Takes a property of the whole object away. */
    public final D remove(Property<?> property) {
        property.remove(root());
        return self();
    }

    /** The text; what was not edited is as it was read. */
    public final String toText() {
        return xml.toText();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + name() + "]";
    }
}
