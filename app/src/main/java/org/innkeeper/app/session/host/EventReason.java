package org.innkeeper.app.session.host;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.event.DomainLifecycleType;

/**
 * Which reason of a state belongs to the detail of the event that led to it, both under libvirt's numbers: the event
 * counts the ways to get there, the state has its own list of reasons.
 */
final class EventReason {
    private static final Map<DomainLifecycleType, List<Integer>> BY_DETAIL = Map.of(
            // booted, migrated, restored, from a snapshot, woken up
            DomainLifecycleType.STARTED, List.of(1, 2, 3, 4, 8),
            // unpaused, migrated, from a snapshot, post-copy, post-copy failed
            DomainLifecycleType.RESUMED, List.of(5, 2, 4, 10, 11),
            // by a user, migration, I/O error, watchdog, restored, from a snapshot, API error, post-copy (failed)
            DomainLifecycleType.SUSPENDED, List.of(1, 2, 5, 6, 0, 7, 0, 12, 13),
            // shut down, destroyed, crashed, migrated, saved, failed, from a snapshot
            DomainLifecycleType.STOPPED, List.of(1, 2, 3, 4, 5, 6, 7),
            // panicked
            DomainLifecycleType.CRASHED, List.of(1));

    private EventReason() {}

    /** The number of the reason; 0 where the event does not tell. */
    static int of(DomainLifecycleType type, int detail) {
        List<Integer> reasons = BY_DETAIL.getOrDefault(type, List.of());
        return detail >= 0 && detail < reasons.size() ? reasons.get(detail) : 0;
    }
}
