package org.innkeeper.driver.test.facet;

import org.innkeeper.core.spi.SnapshotFlags;
import org.innkeeper.driver.test.host.TestSnapshot;

/** Which snapshots {@code LIST_} flags ask for. */
final class SnapshotFilter {
    /** Every bit there is. */
    static final long ALL = (SnapshotFlags.LIST_TOPOLOGICAL << 1) - 1;

    private SnapshotFilter() {}

    /** Whether it matches, apart from where it is in the tree. */
    static boolean matches(TestSnapshot snapshot, boolean leaf, long flags) {
        return pair(flags, SnapshotFlags.LIST_LEAVES, SnapshotFlags.LIST_NO_LEAVES, leaf)
                && pair(flags, SnapshotFlags.LIST_METADATA, SnapshotFlags.LIST_NO_METADATA, true)
                && pair(flags, SnapshotFlags.LIST_EXTERNAL, SnapshotFlags.LIST_INTERNAL, snapshot.external())
                && stateMatches(snapshot, flags);
    }

    private static boolean pair(long flags, long yes, long no, boolean value) {
        return (flags & (yes | no)) == 0 || (flags & (value ? yes : no)) != 0;
    }

    private static boolean stateMatches(TestSnapshot snapshot, long flags) {
        long states = SnapshotFlags.LIST_INACTIVE | SnapshotFlags.LIST_ACTIVE | SnapshotFlags.LIST_DISK_ONLY;
        long bit = snapshot.isDiskOnly()
                ? SnapshotFlags.LIST_DISK_ONLY
                : snapshot.wasActive() ? SnapshotFlags.LIST_ACTIVE : SnapshotFlags.LIST_INACTIVE;
        return (flags & states) == 0 || (flags & bit) != 0;
    }
}
