package org.innkeeper.app.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/** The rows of the table in their order, with the way back from a key to its row. Immutable, made off the FX thread. */
public final class GuestRows {
    /** No rows, before the first snapshot. */
    public static final GuestRows EMPTY = new GuestRows(FleetSnapshot.EMPTY, GuestQuery.ALL, List.of(), Map.of());

    private final FleetSnapshot fleet;
    private final GuestQuery query;
    private final List<GuestSnapshot> guests;
    private final Map<GuestKey, Integer> places;
    private final Map<HostId, HostSnapshot> hosts;
    private final ScopeTotals totals;

    private GuestRows(
            FleetSnapshot fleet, GuestQuery query, List<GuestSnapshot> guests, Map<GuestKey, Integer> places) {
        this.fleet = fleet;
        this.query = query;
        this.guests = guests;
        this.places = places;
        this.hosts = new HashMap<>();
        for (HostSnapshot host : fleet.hosts()) {
            hosts.put(host.id(), host);
        }
        this.totals = ScopeTotals.of(fleet, query.scope());
    }

    /**
     * Rows in a new order.
     *
     * @param ordered the list is kept, so the caller must not change it any more
     * @param before the rows until now: their index is taken over when the keys are the same
     */
    static GuestRows of(FleetSnapshot fleet, GuestQuery query, List<GuestSnapshot> ordered, GuestRows before) {
        return new GuestRows(fleet, query, ordered, sameKeys(ordered, before.guests) ? before.places : index(ordered));
    }

    private static boolean sameKeys(List<GuestSnapshot> one, List<GuestSnapshot> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).key().equals(other.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private static Map<GuestKey, Integer> index(List<GuestSnapshot> guests) {
        Map<GuestKey, Integer> index = new HashMap<>(guests.size() * 2);
        for (int i = 0; i < guests.size(); i++) {
            index.put(guests.get(i).key(), i);
        }
        return index;
    }

    /** The snapshot the rows were made from. */
    public FleetSnapshot fleet() {
        return fleet;
    }

    public GuestQuery query() {
        return query;
    }

    /** What the hosts in the scope do all together. */
    public ScopeTotals totals() {
        return totals;
    }

    public int size() {
        return guests.size();
    }

    public GuestSnapshot get(int row) {
        return guests.get(row);
    }

    /** The row of a guest, or -1. */
    public int indexOf(GuestKey key) {
        return key == null ? -1 : places.getOrDefault(key, -1);
    }

    /** The host of a guest, or null when it is not in the snapshot. */
    public HostSnapshot host(GuestKey key) {
        return hosts.get(key.host());
    }

    /** All hosts by key. */
    public Map<HostId, HostSnapshot> hosts() {
        return Map.copyOf(hosts);
    }

    /** Whether what is shown of a guest is old because its host is away. */
    public boolean stale(GuestKey key) {
        HostSnapshot host = hosts.get(key.host());
        return host == null || !host.connected();
    }

    /** Whether both hold the same guests in the same order. */
    public boolean sameOrder(GuestRows other) {
        return places == other.places;
    }

    /** Whether guests of several hosts may be among the rows. */
    public boolean severalHosts() {
        return query.scope() == null && fleet.hosts().size() > 1;
    }

    /** The guests of the keys that are among the rows, in the order of the rows. */
    public List<GuestSnapshot> select(GuestSelection selection) {
        List<GuestSnapshot> selected = new ArrayList<>(Math.min(selection.size(), guests.size()));
        if (selection.size() < 32) {
            selection.keys().stream()
                    .mapToInt(this::indexOf)
                    .filter(row -> row >= 0)
                    .sorted()
                    .forEach(row -> selected.add(guests.get(row)));
        } else {
            for (GuestSnapshot guest : guests) {
                if (selection.contains(guest.key())) {
                    selected.add(guest);
                }
            }
        }
        return selected;
    }
}
