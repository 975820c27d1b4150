package org.innkeeper.core.api;

/** What a host does when something happened to a guest, with the numbers of libvirt's {@code virDomainLifecycleAction} (the ordinal). */
public enum LifecycleAction {
    /** Free all its resources. */
    DESTROY,
    /** Start it again. */
    RESTART,
    /** Keep what is left under another name and start it again. */
    RENAME_RESTART,
    /** Keep what is left. */
    PRESERVE,
    /** Dump its memory, then free all its resources. */
    COREDUMP_DESTROY,
    /** Dump its memory, then start it again. */
    COREDUMP_RESTART;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
