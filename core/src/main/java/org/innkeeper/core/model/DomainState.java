package org.innkeeper.core.model;

/** The state of a domain, with the numbers of libvirt's {@code virDomainState} (the ordinal). */
public enum DomainState {
    /** Not known. */
    NO_STATE,
    RUNNING,
    /** Blocked on a resource: Xen's idle. To a user it is running. */
    BLOCKED,
    PAUSED,
    /** Being shut down. */
    SHUTTING_DOWN,
    SHUT_OFF,
    CRASHED,
    /** Suspended by the power management of the guest. */
    PM_SUSPENDED;

    /** The number libvirt uses on the wire: 0 to 7. */
    public int number() {
        return ordinal();
    }

    /** The constant of a number from the wire; unknown ones are {@link #NO_STATE}. */
    public static DomainState ofNumber(int number) {
        return number >= 0 && number < values().length ? values()[number] : NO_STATE;
    }

    /** Whether the hypervisor keeps resources for it: it has an id. A crashed guest that was preserved has. */
    public boolean mayBeActive() {
        return this != SHUT_OFF;
    }
}
