package org.innkeeper.app.session.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.sample.Sampler;
import org.innkeeper.core.event.ConnectionEvent.DomainLifecycle;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.DomainStatus;

/**
 * The guests of one host, as polls, events and actions tell of them. What an event or an action told is newer than the
 * answer to a poll that was sent before it: such an answer is ignored for that guest. Changes are short and made under
 * one lock.
 */
final class Inventory {
    private static final Comparator<GuestEntry> BY_NAME = Comparator.comparing(
                    (GuestEntry entry) -> entry.domain.name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(entry -> entry.domain.name())
            .thenComparing(entry -> entry.domain.uuid());

    private final HostId host;
    private final Map<UUID, GuestEntry> entries = new HashMap<>();

    /** Guests that went after the poll under way was sent, and when; it must not bring them back. */
    private final Map<UUID, Long> gone = new HashMap<>();

    private long stamp;
    private long polls;
    private boolean listWanted = true;
    private GuestEntry[] ordered = new GuestEntry[0];
    private boolean orderKnown = true;

    Inventory(HostId host) {
        this.host = host;
    }

    /** The moment before a poll is sent. */
    synchronized long stamp() {
        return stamp;
    }

    /** Whether the lists of persistent and of automatically started guests must be read again; they will be, now. */
    synchronized boolean takeListWanted() {
        boolean wanted = listWanted;
        listWanted = false;
        return wanted;
    }

    synchronized void wantList() {
        listWanted = true;
    }

    /** Begins to take the answer to a poll; {@link #polled} takes its parts, {@link #endPoll} ends it. */
    synchronized void beginPoll() {
        polls++;
    }

    /**
     * Takes a part of the answer to a poll.
     *
     * @param sent what {@link #stamp} told before the poll was sent
     */
    synchronized void polled(long sent, List<DomainStats> some, Sampler sampler) {
        for (DomainStats stats : some) {
            GuestRates rates = sampler.guest(stats);
            UUID uuid = stats.domain().uuid();
            GuestEntry entry = entries.get(uuid);
            if (entry == null) {
                if (gone.getOrDefault(uuid, 0L) > sent) {
                    continue;
                }
                entry = add(stats.domain());
                listWanted = true;
            }
            entry.polled = polls;
            if (entry.touched <= sent) {
                take(entry, stats.domain(), rates, sampler);
            }
        }
    }

    /** Ends the answer to a poll: guests that were in no part of it are gone. */
    synchronized void endPoll(long sent) {
        removeUnless(entry -> entry.polled == polls || entry.touched > sent);
        gone.values().removeIf(when -> when <= sent);
    }

    /** How many guests the last poll told of. */
    synchronized long newest() {
        return entries.values().stream().filter(entry -> entry.polled == polls).count();
    }

    private void take(GuestEntry entry, DomainRef domain, GuestRates rates, Sampler sampler) {
        int state = sampler.state();
        DomainState now = state < 0 ? entry.state : DomainState.ofNumber(state);
        if (now != entry.state || domain.id() != entry.domain.id()) {
            entry.forgetDetails();
        }
        if (entry.rename(domain)) {
            orderKnown = false;
            entry.forgetDetails();
        }
        entry.state = now;
        entry.reason = Math.max(0, sampler.reason());
        entry.vcpus = sampler.vcpus();
        entry.rates = rates;
    }

    /** Takes the lists of persistent and automatically started guests that were asked for at that stamp. */
    synchronized void lists(long sent, Set<UUID> persistent, Set<UUID> autostart) {
        listWanted |= stamp > sent;
        for (GuestEntry entry : entries.values()) {
            if (entry.touched <= sent) {
                entry.persistent = persistent.contains(entry.domain.uuid());
                entry.autostart = autostart.contains(entry.domain.uuid());
            }
        }
    }

    /** Takes an event. */
    synchronized void event(DomainLifecycle event) {
        DomainLifecycleType type = event.type();
        UUID uuid = event.domain().uuid();
        GuestEntry entry = entries.get(uuid);
        if (type == DomainLifecycleType.UNDEFINED) {
            if (entry != null && entry.state == DomainState.SHUT_OFF) {
                remove(uuid);
            } else if (entry != null) {
                entry.persistent = false;
                touch(entry);
            }
            return;
        }
        if (entry == null) {
            entry = add(event.domain());
            entry.state = event.domain().active() ? DomainState.NO_STATE : DomainState.SHUT_OFF;
            listWanted = true;
        }
        if (type == DomainLifecycleType.STOPPED && !entry.persistent) {
            remove(uuid);
            return;
        }
        if (type == DomainLifecycleType.DEFINED) {
            entry.persistent = true;
            listWanted = true;
        }
        setState(entry, event.domain(), stateAfter(type, entry.state));
        int reason = EventReason.of(type, event.detail());
        if (reason > 0) {
            entry.reason = reason;
        }
    }

    private static DomainState stateAfter(DomainLifecycleType type, DomainState before) {
        return switch (type) {
            case DEFINED, UNDEFINED -> before;
            case STARTED, RESUMED -> DomainState.RUNNING;
            case SUSPENDED -> DomainState.PAUSED;
            case STOPPED -> DomainState.SHUT_OFF;
            case SHUTDOWN -> DomainState.SHUTTING_DOWN;
            case PM_SUSPENDED -> DomainState.PM_SUSPENDED;
            case CRASHED -> DomainState.CRASHED;
        };
    }

    /** Takes what the host tells of a guest right after an action. */
    synchronized void status(DomainRef domain, DomainStatus status) {
        GuestEntry entry = entries.get(domain.uuid());
        if (entry == null) {
            entry = add(domain);
            listWanted = true;
        }
        setState(entry, domain, status.state());
        entry.reason = status.reason();
    }

    private void setState(GuestEntry entry, DomainRef domain, DomainState state) {
        if (entry.rename(domain)) {
            orderKnown = false;
        }
        if (state != entry.state) {
            entry.reason = 0;
        }
        entry.state = state;
        if (!domain.active()) {
            entry.rates = GuestRates.UNKNOWN;
        }
        entry.forgetDetails();
        touch(entry);
    }

    /** The definition of a guest may be another one now. */
    synchronized void forgetDetails(UUID guest) {
        GuestEntry entry = entries.get(guest);
        if (entry != null) {
            entry.forgetDetails();
        }
    }

    synchronized void setAutostart(UUID guest, boolean autostart) {
        GuestEntry entry = entries.get(guest);
        if (entry != null) {
            entry.autostart = autostart;
            touch(entry);
        }
    }

    /** The guest is gone. */
    synchronized void remove(UUID guest) {
        if (entries.remove(guest) != null) {
            gone.put(guest, ++stamp);
            orderKnown = false;
        }
    }

    private void touch(GuestEntry entry) {
        entry.touched = ++stamp;
    }

    private GuestEntry add(DomainRef domain) {
        GuestEntry entry = new GuestEntry(new GuestKey(host, domain.uuid()), domain);
        entries.put(domain.uuid(), entry);
        orderKnown = false;
        return entry;
    }

    private void removeUnless(Predicate<GuestEntry> stays) {
        if (entries.values().removeIf(stays.negate())) {
            orderKnown = false;
        }
    }

    /** The newest name and id of a guest, or null where it is not known. */
    synchronized DomainRef domain(UUID guest) {
        GuestEntry entry = entries.get(guest);
        return entry == null ? null : entry.domain;
    }

    /** What its definition told, or null where that is not known or may be old. */
    synchronized GuestDetails freshDetails(UUID guest) {
        GuestEntry entry = entries.get(guest);
        return entry == null || !entry.detailsFresh() ? null : entry.details();
    }

    /** The version of what is known of the definition, to be given back with what was read; -1 for an unknown guest. */
    synchronized long detailsVersion(UUID guest) {
        GuestEntry entry = entries.get(guest);
        return entry == null ? -1 : entry.detailsVersion();
    }

    /**
     * Those of the guests whose definition must be read.
     *
     * @param oldest what was read before that moment (nanoseconds) is too old
     */
    synchronized List<UUID> withoutDetails(Collection<UUID> guests, long oldest) {
        List<UUID> without = new ArrayList<>();
        for (UUID guest : guests) {
            GuestEntry entry = entries.get(guest);
            if (entry != null && (!entry.detailsFresh() || entry.detailsRead() - oldest < 0)) {
                without.add(guest);
            }
        }
        return without;
    }

    synchronized void setDetails(UUID guest, GuestDetails details, long version, long nanos) {
        GuestEntry entry = entries.get(guest);
        if (entry != null) {
            entry.setDetails(details.equals(entry.details()) ? entry.details() : details, version, nanos);
        }
    }

    synchronized Set<UUID> known() {
        return Set.copyOf(entries.keySet());
    }

    synchronized int size() {
        return entries.size();
    }

    /** All guests by name. */
    synchronized List<GuestSnapshot> snapshot() {
        if (!orderKnown) {
            ordered = entries.values().toArray(new GuestEntry[0]);
            Arrays.sort(ordered, BY_NAME);
            orderKnown = true;
        }
        GuestSnapshot[] guests = new GuestSnapshot[ordered.length];
        for (int i = 0; i < guests.length; i++) {
            guests[i] = ordered[i].snapshot();
        }
        return List.of(guests);
    }
}
