package org.innkeeper.core.api;

/** A thing a host has. Two objects are equal when they mean the same thing by the same connection. */
abstract class HostObject extends ApiObject {
    HostObject(ConnectionCore core) {
        super(core);
    }

    /** What names it to the driver; it tells itself to people by its text. */
    abstract Object ref();

    /** What is equal in all objects for the same thing, and never changes. */
    abstract Object identity();

    @Override
    public final boolean equals(Object other) {
        return other instanceof HostObject object
                && object.getClass() == getClass()
                && object.core() == core()
                && object.identity().equals(identity());
    }

    @Override
    public final int hashCode() {
        return identity().hashCode();
    }

    @Override
    public final String toString() {
        return ref().toString();
    }
}
