package org.innkeeper.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.app.session.GuestKey;

/** Tells which guests can be seen, when they are others than before. */
final class VisibleGuests {
    private Consumer<List<GuestKey>> listener = keys -> {};
    private GuestRows rows = GuestRows.EMPTY;
    private int first = -1;
    private int end = -1;

    void onChange(Consumer<List<GuestKey>> newListener) {
        listener = newListener;
    }

    void show(TableFrame frame) {
        if (frame.firstRow() == first && frame.endRow() == end && frame.rows().sameOrder(rows)) {
            return;
        }
        first = frame.firstRow();
        end = frame.endRow();
        rows = frame.rows();
        List<GuestKey> visible = new ArrayList<>();
        for (int row = first; row < end; row++) {
            visible.add(rows.get(row).key());
        }
        listener.accept(visible);
    }
}
