package org.innkeeper.app.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns are shown, in which order and how wide, and what the rows are sorted by. Immutable.
 *
 * @param columns every column once, shown or not
 * @param sort the column to sort by
 * @param ascending the direction
 */
public record ColumnLayout(List<Slot> columns, GuestColumn sort, boolean ascending) {
    /**
     * One column.
     *
     * @param width pixels as the user dragged it, or 0 where the table chooses
     */
    public record Slot(GuestColumn column, double width, boolean shown) {
        double wish() {
            return width > 0 ? width : column.width();
        }
    }

    public ColumnLayout {
        columns = List.copyOf(columns);
    }

    /** What a first start shows. */
    public static ColumnLayout standard() {
        List<Slot> slots = new ArrayList<>();
        for (GuestColumn column : GuestColumn.values()) {
            slots.add(new Slot(column, 0, column.shownAtFirst()));
        }
        return new ColumnLayout(slots, GuestColumn.NAME, true);
    }

    public ColumnLayout withSort(GuestColumn column, boolean up) {
        return new ColumnLayout(columns, column, up);
    }

    /** The same with one column dragged to a width in pixels. */
    public ColumnLayout withWidth(GuestColumn column, double width) {
        double legal = width <= 0 ? 0 : Math.max(column.minimumWidth(), width);
        return replace(column, slot -> new Slot(column, legal, slot.shown()));
    }

    public ColumnLayout withShown(GuestColumn column, boolean shown) {
        return replace(column, slot -> new Slot(column, slot.width(), shown || column == GuestColumn.NAME));
    }

    /** The same with {@code column} directly before {@code next}, or last when {@code next} is null. */
    public ColumnLayout withMoved(GuestColumn column, GuestColumn next) {
        if (column == next) {
            return this;
        }
        List<Slot> moved = new ArrayList<>(columns);
        Slot slot = slot(column);
        moved.remove(slot);
        moved.add(next == null ? moved.size() : moved.indexOf(slot(next)), slot);
        return new ColumnLayout(moved, sort, ascending);
    }

    public Slot slot(GuestColumn column) {
        return columns.stream()
                .filter(slot -> slot.column() == column)
                .findFirst()
                .orElseThrow();
    }

    /** The form that settings keep: {@code name:0:1,…;name:up}. */
    public String format() {
        StringBuilder text = new StringBuilder();
        for (Slot slot : columns) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(slot.column().id())
                    .append(':')
                    .append(Math.round(slot.width()))
                    .append(':')
                    .append(slot.shown() ? 1 : 0);
        }
        return text.append(';')
                .append(sort.id())
                .append(':')
                .append(ascending ? "up" : "down")
                .toString();
    }

    /** Reads what {@link #format} wrote. What is unknown is left out, what is missing is as at first. */
    public static ColumnLayout parse(String text) {
        ColumnLayout standard = standard();
        if (text == null || text.isBlank()) {
            return standard;
        }
        String[] halves = text.split(";", 2);
        List<Slot> slots = new ArrayList<>();
        Set<GuestColumn> seen = EnumSet.noneOf(GuestColumn.class);
        for (String part : halves[0].split(",")) {
            String[] fields = part.split(":", -1);
            GuestColumn.ofId(fields[0]).filter(seen::add).ifPresent(column -> slots.add(slot(column, fields)));
        }
        standard.columns().stream().filter(slot -> seen.add(slot.column())).forEach(slots::add);
        ColumnLayout read = new ColumnLayout(slots, GuestColumn.NAME, true).withShown(GuestColumn.NAME, true);
        String[] sort = halves.length < 2 ? new String[] {""} : halves[1].split(":", -1);
        return GuestColumn.ofId(sort[0])
                .map(column -> read.withSort(column, sort.length < 2 || !sort[1].equals("down")))
                .orElse(read);
    }

    private static Slot slot(GuestColumn column, String[] fields) {
        double width = fields.length > 1 && fields[1].matches("\\d{1,4}") ? Double.parseDouble(fields[1]) : 0;
        boolean shown = fields.length > 2 ? fields[2].equals("1") : column.shownAtFirst();
        return new Slot(column, width == 0 ? 0 : Math.max(width, column.minimumWidth()), shown);
    }

    private ColumnLayout replace(GuestColumn column, java.util.function.UnaryOperator<Slot> change) {
        List<Slot> changed = new ArrayList<>(columns);
        changed.replaceAll(slot -> slot.column() == column ? change.apply(slot) : slot);
        return new ColumnLayout(changed, sort, ascending);
    }
}
