package org.innkeeper.core.xml;

import java.util.List;
import java.util.Optional;

/**
 * One declared, typed value at a path below a base element: {@code memory} of a domain, {@code source@file} of a disk.
 * Reading and writing touches nothing else in the document.
 *
 * @param <T> the type of the value
 */
public interface Property<T> {
    /** A name that is unique among all properties, such as {@code disk.source.file}. */
    String name();

    /** The path from the base element, such as {@code source@file}. */
    String path();

    /** The type of the value. */
    Class<T> type();

    /**
     * The values that make sense, where the field has a fixed set of them; empty where anything goes. A document may
     * still hold another one, from a newer host.
     */
    default List<T> choices() {
        return List.of();
    }

    /**
     * The value in the document, empty where there is none.
     *
     * @throws org.innkeeper.core.error.InnkeeperException XML_ERROR naming the element where it is no value of this type
     */
    Optional<T> get(XmlElement base);

    /** Sets the value; elements on the way to it are made where they are missing, each where the schema wants it. */
    void set(XmlElement base, T value);

    /** Takes the value away, and the elements on the way to it that say nothing without it. */
    void remove(XmlElement base);
}
