package org.innkeeper.core.xml;

import org.innkeeper.core.error.InnkeeperException;

/** A property with the path it follows. */
sealed interface LocatedProperty<T> extends Property<T>
        permits PlainProperty, PresenceProperty, StateProperty, SizeProperty {
    PropertyPath location();

    @Override
    default String path() {
        return location().toString();
    }

    /** Whether the document says so already, in whatever style; then setting it changes nothing. */
    default boolean holds(XmlElement base, T value) {
        try {
            return get(base).filter(value::equals).isPresent();
        } catch (InnkeeperException e) {
            // What stands there is no such value: that is what setting is to mend.
            return false;
        }
    }
}
