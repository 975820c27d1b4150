package org.innkeeper.core.event;

/** The kinds of lifecycle events, with the numbers of libvirt's {@code virDomainEventType} (the ordinal). */
public enum DomainLifecycleType {
    DEFINED,
    UNDEFINED,
    STARTED,
    SUSPENDED,
    RESUMED,
    STOPPED,
    SHUTDOWN,
    PM_SUSPENDED,
    CRASHED;

    /** The number libvirt uses on the wire: 0 to 8. */
    public int number() {
        return ordinal();
    }

    /** The constant of a number from the wire, or null for one that is newer than this list. */
    public static DomainLifecycleType ofNumber(int number) {
        return number >= 0 && number < values().length ? values()[number] : null;
    }
}
