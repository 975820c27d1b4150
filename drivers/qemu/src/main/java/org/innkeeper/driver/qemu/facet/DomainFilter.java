package org.innkeeper.driver.qemu.facet;

import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestView;

/** Whether a guest passes the filter of a listing: within a group one bit has to fit, and no bit of a group means all. */
final class DomainFilter {
    private static final long SNAPSHOTS = DomainFlags.LIST_HAS_SNAPSHOT | DomainFlags.LIST_NO_SNAPSHOT;
    private static final long CHECKPOINTS = DomainFlags.LIST_HAS_CHECKPOINT | DomainFlags.LIST_NO_CHECKPOINT;

    private final EmbeddedHost host;
    private final long flags;

    DomainFilter(EmbeddedHost host, long flags) {
        this.host = host;
        this.flags = flags;
    }

    boolean accepts(Guest guest) {
        GuestView view = guest.view();
        return either(DomainFlags.LIST_ACTIVE, view.isActive(), DomainFlags.LIST_INACTIVE, !view.isActive())
                && either(
                        DomainFlags.LIST_PERSISTENT, view.persistent(), DomainFlags.LIST_TRANSIENT, !view.persistent())
                && either(
                        DomainFlags.LIST_AUTOSTART, view.autostart(), DomainFlags.LIST_NO_AUTOSTART, !view.autostart())
                && acceptsState(view.status().state())
                && acceptsManagedSave(guest)
                && has(SNAPSHOTS, DomainFlags.LIST_NO_SNAPSHOT)
                && has(CHECKPOINTS, DomainFlags.LIST_NO_CHECKPOINT);
    }

    private boolean acceptsState(DomainState state) {
        long bit =
                switch (state) {
                    case RUNNING -> DomainFlags.LIST_RUNNING;
                    case PAUSED -> DomainFlags.LIST_PAUSED;
                    case SHUT_OFF -> DomainFlags.LIST_SHUTOFF;
                    default -> DomainFlags.LIST_OTHER;
                };
        return has(
                DomainFlags.LIST_RUNNING | DomainFlags.LIST_PAUSED | DomainFlags.LIST_SHUTOFF | DomainFlags.LIST_OTHER,
                bit);
    }

    private boolean acceptsManagedSave(Guest guest) {
        long group = DomainFlags.LIST_MANAGED_SAVE | DomainFlags.LIST_NO_MANAGED_SAVE;
        if ((flags & group) == 0) {
            return true;
        }
        boolean saved = host.saves().hasManagedSave(guest);
        return either(DomainFlags.LIST_MANAGED_SAVE, saved, DomainFlags.LIST_NO_MANAGED_SAVE, !saved);
    }

    private boolean either(long oneBit, boolean one, long otherBit, boolean other) {
        boolean unfiltered = (flags & (oneBit | otherBit)) == 0;
        return unfiltered || one && (flags & oneBit) != 0 || other && (flags & otherBit) != 0;
    }

    private boolean has(long group, long bit) {
        return (flags & group) == 0 || (flags & bit) != 0;
    }
}
