package org.innkeeper.driver.test.facet;

import org.innkeeper.core.spi.StorageFlags;

/** {@code LIST_} flags that networks and storage pools share, with the same bits. */
final class ObjectFilter {
    /** Every bit both know. */
    static final long ALL = (StorageFlags.LIST_NO_AUTOSTART << 1) - 1;

    private ObjectFilter() {}

    static boolean matches(long flags, boolean active, boolean persistent, boolean autostart) {
        return pair(flags, StorageFlags.LIST_ACTIVE, StorageFlags.LIST_INACTIVE, active)
                && pair(flags, StorageFlags.LIST_PERSISTENT, StorageFlags.LIST_TRANSIENT, persistent)
                && pair(flags, StorageFlags.LIST_AUTOSTART, StorageFlags.LIST_NO_AUTOSTART, autostart);
    }

    private static boolean pair(long flags, long yes, long no, boolean value) {
        return (flags & (yes | no)) == 0 || (flags & (value ? yes : no)) != 0;
    }
}
