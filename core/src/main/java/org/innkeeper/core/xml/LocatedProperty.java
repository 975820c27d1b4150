package org.innkeeper.core.xml;

/** A property with the path it follows. */
sealed interface LocatedProperty<T> extends Property<T>
        permits PlainProperty, PresenceProperty, StateProperty, SizeProperty {
    PropertyPath location();

    @Override
    default String path() {
        return location().toString();
    }
}
