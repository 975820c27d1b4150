package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** Which domains to list. Filters of one group (such as active and inactive) add up; the groups restrict each other. */
public enum DomainFilter implements Flag {
    /** Active ones. */
    ACTIVE(DomainFlags.LIST_ACTIVE),
    /** Inactive ones. */
    INACTIVE(DomainFlags.LIST_INACTIVE),
    /** Persistent ones. */
    PERSISTENT(DomainFlags.LIST_PERSISTENT),
    /** Transient ones. */
    TRANSIENT(DomainFlags.LIST_TRANSIENT),
    /** Running ones. */
    RUNNING(DomainFlags.LIST_RUNNING),
    /** Paused ones. */
    PAUSED(DomainFlags.LIST_PAUSED),
    /** Shut off ones. */
    SHUTOFF(DomainFlags.LIST_SHUTOFF),
    /** Ones in another state. */
    OTHER(DomainFlags.LIST_OTHER),
    /** With a managed save. */
    MANAGED_SAVE(DomainFlags.LIST_MANAGED_SAVE),
    /** Without a managed save. */
    NO_MANAGED_SAVE(DomainFlags.LIST_NO_MANAGED_SAVE),
    /** That start with the host. */
    AUTOSTART(DomainFlags.LIST_AUTOSTART),
    /** That do not start with the host. */
    NO_AUTOSTART(DomainFlags.LIST_NO_AUTOSTART),
    /** With snapshots. */
    HAS_SNAPSHOT(DomainFlags.LIST_HAS_SNAPSHOT),
    /** Without snapshots. */
    NO_SNAPSHOT(DomainFlags.LIST_NO_SNAPSHOT),
    /** With checkpoints. */
    HAS_CHECKPOINT(DomainFlags.LIST_HAS_CHECKPOINT),
    /** Without checkpoints. */
    NO_CHECKPOINT(DomainFlags.LIST_NO_CHECKPOINT);

    private final long bit;

    DomainFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
