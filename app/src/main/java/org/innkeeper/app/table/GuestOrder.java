package org.innkeeper.app.table;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/** Filters and sorts snapshots. Used by one thread at a time; it keeps sort keys of names between calls. */
final class GuestOrder {
    private final Map<String, NaturalKey> names = new HashMap<>();
    private final Collator collator = Collator.getInstance();

    /** The guests a query selects, not in any order. */
    List<GuestSnapshot> filter(FleetSnapshot fleet, GuestQuery query) {
        String[] words = query.text().toLowerCase(Locale.ROOT).split("\\s+");
        boolean everything = query.text().isEmpty();
        List<GuestSnapshot> chosen = new ArrayList<>(128);
        for (HostSnapshot host : fleet.hosts()) {
            if (query.scope() != null && !query.scope().equals(host.id())) {
                continue;
            }
            if (everything) {
                chosen.addAll(host.guests());
                continue;
            }
            String label = host.label().toLowerCase(Locale.ROOT);
            for (GuestSnapshot guest : host.guests()) {
                if (matches(guest, label, words)) {
                    chosen.add(guest);
                }
            }
        }
        return chosen;
    }

    private static boolean matches(GuestSnapshot guest, String hostLabel, String[] words) {
        String name = guest.name().toLowerCase(Locale.ROOT);
        String title = guest.title() == null ? "" : guest.title().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!name.contains(word)
                    && !title.contains(word)
                    && !hostLabel.contains(word)
                    && !guest.key().uuid().toString().startsWith(word)) {
                return false;
            }
        }
        return true;
    }

    /** Sorts by a column; guests without a value come last in either direction, equal ones go by name. */
    List<GuestSnapshot> sort(List<GuestSnapshot> guests, FleetSnapshot fleet, GuestQuery query) {
        forgetNames(guests.size());
        Sortable[] rows = new Sortable[guests.size()];
        Map<HostId, String> labels = new HashMap<>();
        fleet.hosts().forEach(host -> labels.put(host.id(), host.label()));
        for (int i = 0; i < rows.length; i++) {
            rows[i] = sortable(guests.get(i), query.sort(), labels);
        }
        Arrays.sort(rows, comparator(query));
        List<GuestSnapshot> sorted = new ArrayList<>(rows.length);
        for (Sortable row : rows) {
            sorted.add(row.guest);
        }
        return sorted;
    }

    /**
     * Puts new values into the order that is on screen: known guests keep their place, new ones come last.
     *
     * @param before the rows on screen
     */
    List<GuestSnapshot> keep(List<GuestSnapshot> guests, GuestRows before) {
        GuestSnapshot[] kept = new GuestSnapshot[before.size()];
        List<GuestSnapshot> fresh = new ArrayList<>();
        for (GuestSnapshot guest : guests) {
            int row = before.indexOf(guest.key());
            if (row < 0) {
                fresh.add(guest);
            } else {
                kept[row] = guest;
            }
        }
        List<GuestSnapshot> result = new ArrayList<>(guests.size());
        for (GuestSnapshot guest : kept) {
            if (guest != null) {
                result.add(guest);
            }
        }
        result.addAll(fresh);
        return result;
    }

    private void forgetNames(int wanted) {
        if (names.size() > 4 * wanted + 1000) {
            names.clear();
        }
    }

    private Sortable sortable(GuestSnapshot guest, GuestColumn column, Map<HostId, String> labels) {
        NaturalKey name = natural(guest.name());
        return switch (column) {
            case NAME -> new Sortable(guest, name, 0, null);
            case STATE -> new Sortable(guest, name, StateRank.of(guest.state()), null);
            case HOST ->
                new Sortable(
                        guest, name, 0, natural(labels.getOrDefault(guest.key().host(), "")));
            case AUTOSTART -> new Sortable(guest, name, guest.autostart() ? 0 : 1, null);
            case UUID -> new Sortable(guest, name, 0, natural(guest.key().uuid().toString()));
            default -> new Sortable(guest, name, CellValue.of(column, guest.rates()), null);
        };
    }

    private NaturalKey natural(String text) {
        return names.computeIfAbsent(text, key -> NaturalKey.of(key, collator));
    }

    private static Comparator<Sortable> comparator(GuestQuery query) {
        Comparator<Sortable> byText =
                Comparator.comparing(row -> row.text, Comparator.nullsFirst(Comparator.naturalOrder()));
        Comparator<Sortable> byName = Comparator.comparing(row -> row.name);
        Comparator<Sortable> column =
                switch (query.sort()) {
                    case NAME -> byName;
                    case HOST, UUID -> byText;
                    default -> Comparator.comparingDouble(row -> row.number);
                };
        Comparator<Sortable> directed = query.ascending() ? column : column.reversed();
        Comparator<Sortable> absentLast = Comparator.comparing(row -> Double.isNaN(row.number));
        Comparator<GuestKey> byKey = Comparator.<GuestKey, java.util.UUID>comparing(GuestKey::uuid)
                .thenComparing(key -> key.host().value());
        return absentLast.thenComparing(directed).thenComparing(byName).thenComparing(row -> row.guest.key(), byKey);
    }

    private record Sortable(GuestSnapshot guest, NaturalKey name, double number, NaturalKey text) {}
}
