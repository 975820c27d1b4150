package org.innkeeper.core.api;

/** How to change a network, with the numbers of libvirt's {@code virNetworkUpdateCommand} (the ordinal). */
public enum NetworkUpdateCommand {
    /** Not at all. */
    NONE,
    /** Change the one that is there. */
    MODIFY,
    /** Remove it. */
    DELETE,
    /** Add it behind the others. */
    ADD_LAST,
    /** Add it before the others. */
    ADD_FIRST;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
