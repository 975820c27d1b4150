package org.innkeeper.app.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.innkeeper.app.session.GuestKey;

/**
 * What is selected: a set of keys, so that sorting, filtering and new rows never move it, with the row that has the
 * focus and the anchor that ranges start at. Not thread-safe; it lives on the FX thread.
 */
public final class GuestSelection {
    private Set<GuestKey> keys = new HashSet<>();
    private GuestKey focus;
    private GuestKey anchor;

    public boolean contains(GuestKey key) {
        return keys.contains(key);
    }

    public int size() {
        return keys.size();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** A copy of the selected keys. */
    public Set<GuestKey> keys() {
        return Set.copyOf(keys);
    }

    /** The guest the keyboard acts on, or null. */
    public GuestKey focus() {
        return focus;
    }

    /** Selects one guest alone. */
    public void only(GuestKey key) {
        keys = new HashSet<>();
        keys.add(key);
        focus = key;
        anchor = key;
    }

    /** Adds the guest, or takes it away when it is selected. */
    public void toggle(GuestKey key) {
        if (!keys.remove(key)) {
            keys.add(key);
        }
        focus = key;
        anchor = key;
    }

    /** Moves the focus and leaves the selection. */
    public void focus(GuestKey key) {
        focus = key;
        anchor = anchor == null ? key : anchor;
    }

    /**
     * Selects from the anchor to a row.
     *
     * @param add whether what is selected stays selected
     */
    public void extend(GuestRows rows, int row, boolean add) {
        int from = rows.indexOf(anchor);
        if (from < 0) {
            from = Math.max(0, rows.indexOf(focus));
            anchor = rows.get(from).key();
        }
        if (!add) {
            keys = new HashSet<>();
        }
        for (int i = Math.min(from, row); i <= Math.max(from, row); i++) {
            keys.add(rows.get(i).key());
        }
        focus = rows.get(row).key();
    }

    /** Selects every row. */
    public void all(GuestRows rows) {
        Set<GuestKey> every = new HashSet<>(rows.size() * 2);
        for (int i = 0; i < rows.size(); i++) {
            every.add(rows.get(i).key());
        }
        keys = every;
        if (rows.indexOf(focus) < 0) {
            focus = rows.size() == 0 ? null : rows.get(0).key();
        }
    }

    public void clear() {
        keys = new HashSet<>();
    }

    /** Selects these, as after they were made. */
    public void set(Collection<GuestKey> wanted) {
        keys = new HashSet<>(wanted);
        focus = wanted.isEmpty() ? focus : wanted.iterator().next();
        anchor = focus;
    }

    /**
     * Drops what is no longer among the rows: an action must never reach a guest that cannot be seen.
     *
     * @return whether anything was dropped
     */
    public boolean retain(GuestRows rows) {
        if (rows.indexOf(focus) < 0) {
            focus = null;
        }
        if (rows.indexOf(anchor) < 0) {
            anchor = focus;
        }
        return keys.removeIf(key -> rows.indexOf(key) < 0);
    }
}
