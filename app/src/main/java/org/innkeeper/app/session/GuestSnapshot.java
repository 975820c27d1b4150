package org.innkeeper.app.session;

import java.util.Objects;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;

/**
 * A guest at one moment.
 *
 * @param key its key
 * @param domain name, UUID and run-time id
 * @param state what it does
 * @param reason the number of libvirt's reason enum that belongs to the state
 * @param persistent whether it is still there when it stops
 * @param autostart whether it starts with the host
 * @param vcpus virtual CPUs now, -1 where it is not known
 * @param details what its definition tells, or null until somebody looked at it
 * @param rates what it does now
 */
public record GuestSnapshot(
        GuestKey key,
        DomainRef domain,
        DomainState state,
        int reason,
        boolean persistent,
        boolean autostart,
        int vcpus,
        GuestDetails details,
        GuestRates rates) {
    private static final UUID NO_UUID = new UUID(0, 0);

    public GuestSnapshot {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(rates, "rates");
    }

    public String name() {
        return domain.name();
    }

    /** Whether it is the host itself, as Xen lists it: Domain-0, which nothing ends while the host is on. */
    public boolean isHost() {
        return domain.id() == 0 && domain.uuid().equals(NO_UUID);
    }

    /** The one line somebody gave it, or null where there is none or it is not known yet. */
    public String title() {
        return details == null ? null : details.title();
    }

    /** The operating system as libosinfo names it, or null where it is not known (yet). */
    public String osId() {
        return details == null ? null : details.osId();
    }

    /** Whether its vcpus run. */
    public boolean running() {
        return state == DomainState.RUNNING || state == DomainState.BLOCKED || state == DomainState.SHUTTING_DOWN;
    }
}
