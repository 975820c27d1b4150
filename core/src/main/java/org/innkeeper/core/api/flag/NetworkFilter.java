package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.NetworkFlags;

/** Which networks to list. */
public enum NetworkFilter implements Flag {
    /** Inactive ones. */
    INACTIVE(NetworkFlags.LIST_INACTIVE),
    /** Active ones. */
    ACTIVE(NetworkFlags.LIST_ACTIVE),
    /** Persistent ones. */
    PERSISTENT(NetworkFlags.LIST_PERSISTENT),
    /** Transient ones. */
    TRANSIENT(NetworkFlags.LIST_TRANSIENT),
    /** That start with the host. */
    AUTOSTART(NetworkFlags.LIST_AUTOSTART),
    /** That do not start with the host. */
    NO_AUTOSTART(NetworkFlags.LIST_NO_AUTOSTART);

    private final long bit;

    NetworkFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
