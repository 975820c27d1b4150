package org.innkeeper.driver.xen.facet;

import java.util.function.BooleanSupplier;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.driver.xen.part.DomainRecord;

/** Whether a domain passes the filter of a listing: within a group one bit has to fit, and no bit of a group means all. */
final class DomainFilter {
    private static final long STATES =
            DomainFlags.LIST_RUNNING | DomainFlags.LIST_PAUSED | DomainFlags.LIST_SHUTOFF | DomainFlags.LIST_OTHER;

    private final long flags;

    DomainFilter(long flags) {
        this.flags = flags;
    }

    /**
     * @param autostart asked only where the filter asks for it, since it costs a request
     * @param saved whether its next start goes on from where it was; asked only where the filter asks for it
     */
    boolean accepts(DomainRecord domain, BooleanSupplier autostart, BooleanSupplier saved) {
        return pair(DomainFlags.LIST_ACTIVE, DomainFlags.LIST_INACTIVE, domain.active())
                && pair(DomainFlags.LIST_PERSISTENT, DomainFlags.LIST_TRANSIENT, domain.stored())
                && pair(DomainFlags.LIST_HAS_SNAPSHOT, DomainFlags.LIST_NO_SNAPSHOT, false)
                && pair(DomainFlags.LIST_HAS_CHECKPOINT, DomainFlags.LIST_NO_CHECKPOINT, false)
                && acceptsState(domain)
                && asked(DomainFlags.LIST_MANAGED_SAVE, DomainFlags.LIST_NO_MANAGED_SAVE, saved)
                && asked(DomainFlags.LIST_AUTOSTART, DomainFlags.LIST_NO_AUTOSTART, autostart);
    }

    private boolean asked(long yes, long no, BooleanSupplier value) {
        long both = yes | no;
        return (flags & both) == 0 || (flags & both) == both || pair(yes, no, value.getAsBoolean());
    }

    private boolean acceptsState(DomainRecord domain) {
        DomainState state = domain.state() == null ? DomainState.NO_STATE : domain.state();
        long bit =
                switch (state) {
                    case RUNNING, BLOCKED -> DomainFlags.LIST_RUNNING;
                    case PAUSED -> DomainFlags.LIST_PAUSED;
                    case SHUT_OFF -> DomainFlags.LIST_SHUTOFF;
                    default -> DomainFlags.LIST_OTHER;
                };
        return (flags & STATES) == 0 || (flags & bit) != 0;
    }

    private boolean pair(long yes, long no, boolean value) {
        return (flags & (yes | no)) == 0 || (flags & (value ? yes : no)) != 0;
    }
}
