package org.innkeeper.core.api;

/** What can happen to a guest, with the numbers of libvirt's {@code virDomainLifecycle} (the ordinal). */
public enum LifecycleEvent {
    /** It shut itself down. */
    POWEROFF,
    /** It rebooted. */
    REBOOT,
    /** It crashed. */
    CRASH;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
