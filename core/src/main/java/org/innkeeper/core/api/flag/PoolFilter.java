package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** Which storage pools to list. */
public enum PoolFilter implements Flag {
    /** Inactive ones. */
    INACTIVE(StorageFlags.LIST_INACTIVE),
    /** Active ones. */
    ACTIVE(StorageFlags.LIST_ACTIVE),
    /** Persistent ones. */
    PERSISTENT(StorageFlags.LIST_PERSISTENT),
    /** Transient ones. */
    TRANSIENT(StorageFlags.LIST_TRANSIENT),
    /** That start with the host. */
    AUTOSTART(StorageFlags.LIST_AUTOSTART),
    /** That do not start with the host. */
    NO_AUTOSTART(StorageFlags.LIST_NO_AUTOSTART);

    private final long bit;

    PoolFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
