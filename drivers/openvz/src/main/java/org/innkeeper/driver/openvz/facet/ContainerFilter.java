package org.innkeeper.driver.openvz.facet;

import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.openvz.host.Container;

/** Whether a container passes the filter of a listing: within a group one bit has to fit, and no bit of a group means all. */
final class ContainerFilter {
    private static final long STATES =
            DomainFlags.LIST_RUNNING | DomainFlags.LIST_PAUSED | DomainFlags.LIST_SHUTOFF | DomainFlags.LIST_OTHER;

    private final long flags;

    ContainerFilter(long flags) {
        this.flags = flags;
    }

    boolean accepts(Container container) {
        return pair(DomainFlags.LIST_ACTIVE, DomainFlags.LIST_INACTIVE, container.running())
                && pair(DomainFlags.LIST_PERSISTENT, DomainFlags.LIST_TRANSIENT, true)
                && pair(DomainFlags.LIST_AUTOSTART, DomainFlags.LIST_NO_AUTOSTART, container.autostart())
                && pair(DomainFlags.LIST_MANAGED_SAVE, DomainFlags.LIST_NO_MANAGED_SAVE, container.saved())
                && pair(DomainFlags.LIST_HAS_SNAPSHOT, DomainFlags.LIST_NO_SNAPSHOT, false)
                && pair(DomainFlags.LIST_HAS_CHECKPOINT, DomainFlags.LIST_NO_CHECKPOINT, false)
                && acceptsState(container);
    }

    private boolean acceptsState(Container container) {
        long bit =
                switch (container.state()) {
                    case RUNNING -> DomainFlags.LIST_RUNNING;
                    case PAUSED -> DomainFlags.LIST_PAUSED;
                    default -> DomainFlags.LIST_SHUTOFF;
                };
        return (flags & STATES) == 0 || (flags & bit) != 0;
    }

    private boolean pair(long yes, long no, boolean value) {
        return (flags & (yes | no)) == 0 || (flags & (value ? yes : no)) != 0;
    }
}
