package org.innkeeper.app.session;

import java.util.Set;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.Feature;

/** What can be done with the run of a guest. */
public enum GuestAction {
    RUN(null, DomainState.SHUT_OFF, DomainState.CRASHED),
    PAUSE(Feature.DOMAIN_SUSPEND, DomainState.RUNNING, DomainState.BLOCKED),
    RESUME(Feature.DOMAIN_SUSPEND, DomainState.PAUSED),
    /** Asks the guest. */
    SHUT_DOWN(Feature.DOMAIN_SHUTDOWN, DomainState.RUNNING, DomainState.BLOCKED, DomainState.PM_SUSPENDED),
    /** Asks the guest. */
    REBOOT(Feature.DOMAIN_REBOOT, DomainState.RUNNING, DomainState.BLOCKED),
    /** Presses the reset button. */
    FORCE_RESET(
            Feature.DOMAIN_RESET,
            DomainState.RUNNING,
            DomainState.BLOCKED,
            DomainState.PAUSED,
            DomainState.SHUTTING_DOWN,
            DomainState.CRASHED),
    /** Pulls the plug. */
    FORCE_OFF(
            null,
            DomainState.RUNNING,
            DomainState.BLOCKED,
            DomainState.PAUSED,
            DomainState.SHUTTING_DOWN,
            DomainState.CRASHED,
            DomainState.PM_SUSPENDED);

    private final Feature feature;
    private final Set<DomainState> states;

    GuestAction(Feature feature, DomainState... states) {
        this.feature = feature;
        this.states = Set.of(states);
    }

    /** Whether it can work for this guest of this host now. What lasts is told before what the guest does now. */
    public Availability availability(HostSnapshot host, GuestSnapshot guest) {
        return host.changeable()
                .and(() -> Availability.unless(guest.isHost(), "reason.itself." + name(), guest.name()))
                .and(() -> feature == null ? Availability.POSSIBLE : host.can(feature))
                .and(() -> state(guest));
    }

    /** Whether it can work while the guest does what it does. */
    public boolean fits(GuestSnapshot guest) {
        return states.contains(guest.state()) && fitsActivity(guest);
    }

    private Availability state(GuestSnapshot guest) {
        boolean kept = this == RUN && guest.state() == DomainState.CRASHED;
        return fits(guest)
                ? Availability.POSSIBLE
                : Availability.off(kept ? "reason.crashedAndKept" : "reason.state." + guest.state(), guest.name());
    }

    /** A crashed guest is still there when it was preserved, and can be started only when it was not. */
    private boolean fitsActivity(GuestSnapshot guest) {
        if (guest.state() != DomainState.CRASHED) {
            return true;
        }
        return (this == RUN) != guest.domain().active();
    }

    /** Whether it takes the guest's data in memory with it. */
    public boolean dangerous() {
        return this == FORCE_OFF || this == FORCE_RESET;
    }
}
