package org.innkeeper.app.session;

import java.util.List;
import java.util.Optional;

/**
 * All hosts at one moment.
 *
 * @param revision grows with each change
 * @param hosts in the order of the settings
 */
public record FleetSnapshot(long revision, List<HostSnapshot> hosts) {
    public static final FleetSnapshot EMPTY = new FleetSnapshot(0, List.of());

    public FleetSnapshot {
        hosts = List.copyOf(hosts);
    }

    public Optional<HostSnapshot> host(HostId id) {
        return hosts.stream().filter(host -> host.id().equals(id)).findFirst();
    }

    /** The guest, found by looking through its host; for single guests, not for each row. */
    public Optional<GuestSnapshot> guest(GuestKey key) {
        return host(key.host()).flatMap(host -> host.guests().stream()
                .filter(guest -> guest.key().equals(key))
                .findFirst());
    }

    public int guestCount() {
        int count = 0;
        for (HostSnapshot host : hosts) {
            count += host.guests().size();
        }
        return count;
    }
}
