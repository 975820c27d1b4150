package org.innkeeper.app.session.host;

import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;

/** What is known of one guest; changed under the lock of its inventory. */
final class GuestEntry {
    private final GuestKey key;
    DomainRef domain;
    DomainState state = DomainState.NO_STATE;
    int reason;
    boolean persistent = true;
    boolean autostart;
    int vcpus = -1;
    GuestRates rates = GuestRates.UNKNOWN;

    /** The stamp of the last event or action that told about it. */
    long touched;

    /** The poll that last told about it. */
    long polled;

    private GuestDetails details;
    private boolean detailsFresh;
    private long detailsVersion;
    private long detailsRead;
    private GuestSnapshot snapshot;

    GuestEntry(GuestKey key, DomainRef domain) {
        this.key = key;
        this.domain = domain;
    }

    /** The snapshot, a new one only where something is different. */
    GuestSnapshot snapshot() {
        GuestSnapshot last = snapshot;
        if (last == null
                || last.state() != state
                || last.reason() != reason
                || last.persistent() != persistent
                || last.autostart() != autostart
                || last.vcpus() != vcpus
                || last.details() != details
                || !last.rates().equals(rates)
                || !last.domain().equals(domain)) {
            snapshot = new GuestSnapshot(key, domain, state, reason, persistent, autostart, vcpus, details, rates);
        }
        return snapshot;
    }

    /** Sets name and id. Says whether its name is another one now. */
    boolean rename(DomainRef now) {
        boolean renamed = !now.name().equals(domain.name());
        if (!now.equals(domain)) {
            domain = now;
        }
        return renamed;
    }

    /** Its definition may be another one now. What was known is shown until it was read again. */
    void forgetDetails() {
        detailsFresh = false;
        detailsVersion++;
    }

    boolean detailsFresh() {
        return detailsFresh;
    }

    GuestDetails details() {
        return details;
    }

    long detailsVersion() {
        return detailsVersion;
    }

    /** When its definition was read, nanoseconds. */
    long detailsRead() {
        return detailsRead;
    }

    /** Takes what was read, unless something happened since it was asked for. */
    void setDetails(GuestDetails read, long version, long nanos) {
        details = read;
        detailsRead = nanos;
        detailsFresh = version == detailsVersion;
    }
}
