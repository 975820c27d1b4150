package org.innkeeper.app.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/**
 * What actions act on, as of one snapshot.
 *
 * @param host the chosen host, or null
 * @param guests the chosen guests
 * @param hosts the hosts of the guests and the chosen one, by key
 */
public record Selection(HostSnapshot host, List<GuestSnapshot> guests, Map<HostId, HostSnapshot> hosts) {
    public static final Selection NOTHING = new Selection(null, List.of(), Map.of());

    public Selection {
        guests = List.copyOf(guests);
        hosts = Map.copyOf(hosts);
    }

    /**
     * Looks the keys up; those that are gone are left out.
     *
     * @param host the chosen host, or null
     */
    public static Selection of(FleetSnapshot fleet, HostId host, Collection<GuestKey> keys) {
        HostSnapshot chosen = host == null ? null : fleet.host(host).orElse(null);
        Map<HostId, HostSnapshot> hosts = new HashMap<>();
        List<GuestSnapshot> guests = new ArrayList<>(keys.size());
        for (HostSnapshot candidate : fleet.hosts()) {
            if (candidate == chosen || keys.stream().anyMatch(key -> key.host().equals(candidate.id()))) {
                hosts.put(candidate.id(), candidate);
            }
        }
        if (!keys.isEmpty()) {
            for (HostSnapshot candidate : hosts.values()) {
                for (GuestSnapshot guest : candidate.guests()) {
                    if (keys.contains(guest.key())) {
                        guests.add(guest);
                    }
                }
            }
        }
        return new Selection(chosen, guests, hosts);
    }

    /** A host alone. */
    public static Selection ofHost(HostSnapshot host) {
        return new Selection(host, List.of(), Map.of(host.id(), host));
    }

    /** The host of a guest of this selection. */
    public HostSnapshot hostOf(GuestSnapshot guest) {
        return hosts.get(guest.key().host());
    }
}
