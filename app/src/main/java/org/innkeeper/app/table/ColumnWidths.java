package org.innkeeper.app.table;

import java.util.List;
import org.innkeeper.app.table.ColumnLayout.Slot;

/** Where each shown column begins and how wide it is, for one width of the table. Immutable. */
final class ColumnWidths {
    private final List<GuestColumn> columns;
    private final double[] starts;

    /**
     * Lays the columns out. Those the user did not drag share the room that is left over, up to what is comfortable to
     * read, and give way where there is too little, down to what is just readable.
     */
    ColumnWidths(ColumnLayout layout, boolean withHost, double available) {
        List<Slot> slots = layout.columns().stream()
                .filter(slot -> slot.column() == GuestColumn.HOST ? withHost || slot.shown() : slot.shown())
                .toList();
        columns = slots.stream().map(Slot::column).toList();
        starts = new double[slots.size() + 1];
        double wish = slots.stream().mapToDouble(Slot::wish).sum();
        double spare = available - wish;
        double give = slots.stream().mapToDouble(slot -> give(slot, spare)).sum();
        double share = give == 0 ? 0 : Math.min(1, spare / give);
        for (int i = 0; i < slots.size(); i++) {
            starts[i + 1] = starts[i] + Math.floor(slots.get(i).wish() + share * give(slots.get(i), spare));
        }
    }

    /** How far a column can stretch, or shrink (negative) where room is missing; not at all once it was dragged. */
    private static double give(Slot slot, double spare) {
        if (slot.width() > 0) {
            return 0;
        }
        GuestColumn column = slot.column();
        return (spare >= 0 ? column.comfortableWidth() : column.snugWidth()) - column.width();
    }

    int count() {
        return columns.size();
    }

    GuestColumn column(int index) {
        return columns.get(index);
    }

    double start(int index) {
        return starts[index];
    }

    double width(int index) {
        return starts[index + 1] - starts[index];
    }

    double total() {
        return starts[columns.size()];
    }

    /** The index of the column at a distance from the left edge, or -1. */
    int at(double x) {
        for (int i = 0; i < columns.size(); i++) {
            if (x >= starts[i] && x < starts[i + 1]) {
                return i;
            }
        }
        return -1;
    }
}
