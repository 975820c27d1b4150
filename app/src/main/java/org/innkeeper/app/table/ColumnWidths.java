package org.innkeeper.app.table;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.app.table.ColumnLayout.Slot;

/** Where each shown column begins and how wide it is, for one width of the table. Immutable. */
final class ColumnWidths {
    /** What is left out where there is no room for all, first things first: the inspector tells it of the selection. */
    private static final List<GuestColumn> LEAST_NEEDED =
            List.of(GuestColumn.HOST_CPU, GuestColumn.NETWORK, GuestColumn.DISK, GuestColumn.MEMORY, GuestColumn.HOST);

    private final List<GuestColumn> columns;
    private final double[] starts;

    /**
     * Lays the columns out. Those the user did not drag share the room that is left over, up to what is comfortable to
     * read, and give way where there is too little, down to what is just readable; then the least needed are left out.
     */
    ColumnWidths(ColumnLayout layout, boolean withHost, double available) {
        List<Slot> slots = fitting(layout, withHost, available);
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

    /** Neither a column that was dragged nor the one the rows are sorted by is left out. */
    private static List<Slot> fitting(ColumnLayout layout, boolean withHost, double available) {
        List<Slot> slots = new ArrayList<>(layout.columns());
        slots.removeIf(slot -> !slot.shown() && !(withHost && slot.column() == GuestColumn.HOST));
        for (GuestColumn column : LEAST_NEEDED) {
            if (slots.stream().mapToDouble(ColumnWidths::least).sum() > available) {
                slots.removeIf(slot -> slot.column() == column && slot.width() == 0 && layout.sort() != column);
            }
        }
        return slots;
    }

    private static double least(Slot slot) {
        return slot.width() > 0 ? slot.width() : slot.column().snugWidth();
    }

    /** Whether it has a place. */
    boolean has(GuestColumn column) {
        return columns.contains(column);
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
