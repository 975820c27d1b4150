package org.innkeeper.app.table;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** How far the rows are scrolled, and which row is where because of it. Lengths are pixels of the scene. */
final class TableScroll {
    private static final double BAR = 12;
    private static final double SMALLEST_THUMB = 0.05;

    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private int rows;
    private double room = 1;

    /** @param moved is called after each move */
    TableScroll(Runnable moved) {
        vertical.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : bars()) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(change -> moved.run());
        }
    }

    List<ScrollBar> bars() {
        return List.of(vertical, horizontal);
    }

    // Where it stands

    double x() {
        return horizontal.isVisible() ? horizontal.getValue() : 0;
    }

    double y() {
        return Math.rint(vertical.getValue());
    }

    int firstRow() {
        return (int) (y() / RowPainter.ROW);
    }

    /** How much of the first row is above the upper edge. */
    double intoFirstRow() {
        return vertical.getValue() % RowPainter.ROW;
    }

    /** The row at a distance from the upper edge, or -1. */
    int rowAt(double distance) {
        int row = (int) Math.floor((distance + y()) / RowPainter.ROW);
        return row >= 0 && row < rows ? row : -1;
    }

    /** The distance of a row from the upper edge. */
    double topOf(int row) {
        return row * RowPainter.ROW - y();
    }

    /** Rows that can be seen whole, but one: by so many a page moves. */
    int pageRows() {
        return Math.max(1, (int) (height() / RowPainter.ROW) - 1);
    }

    // Moving

    void by(double right, double down) {
        vertical.setValue(clamp(vertical.getValue() + down));
        horizontal.setValue(Math.max(0, Math.min(horizontal.getMax(), horizontal.getValue() + right)));
    }

    /** To so many pixels below the beginning of a row. */
    void to(int row, double into) {
        vertical.setValue(clamp(row * RowPainter.ROW + into));
    }

    /** As little as needed to show a whole row. */
    void reveal(int row) {
        if (row < 0) {
            return;
        }
        double top = row * RowPainter.ROW;
        double height = Math.max(RowPainter.ROW, height());
        if (top < vertical.getValue()) {
            vertical.setValue(top);
        } else if (top + RowPainter.ROW > vertical.getValue() + height) {
            vertical.setValue(clamp(top + RowPainter.ROW - height));
        }
    }

    private double clamp(double value) {
        return Math.max(0, Math.min(vertical.getMax(), value));
    }

    // Fitting to what there is

    /** The height of the rows that can be seen. */
    double height() {
        return Math.max(1, room - (horizontal.isVisible() ? BAR : 0));
    }

    /** What the bar beside the rows leaves of a width. */
    double widthBeside(double width) {
        return width - (vertical.isVisible() ? BAR : 0);
    }

    /** @param newRoom the height for rows and the bar below them */
    void fitRows(int count, double newRoom) {
        rows = count;
        room = newRoom;
        double view = height();
        double most = Math.max(0, rows * RowPainter.ROW - view);
        vertical.setMax(most);
        vertical.setVisibleAmount(most <= 0 ? 1 : Math.max(SMALLEST_THUMB, view / (view + most)) * most);
        vertical.setUnitIncrement(RowPainter.ROW);
        vertical.setBlockIncrement(view - RowPainter.ROW);
        vertical.setVisible(most > 0);
        if (vertical.getValue() > most) {
            vertical.setValue(most);
        }
    }

    /**
     * @param columns how wide all columns are
     * @param view how much of them can be seen
     */
    void fitColumns(double columns, double view) {
        double over = Math.max(0, columns - view);
        if (horizontal.isVisible() != over > 0) {
            horizontal.setVisible(over > 0);
            fitRows(rows, room);
        }
        horizontal.setMax(over);
        horizontal.setVisibleAmount(over <= 0 ? 1 : view / columns * over);
        if (horizontal.getValue() > over) {
            horizontal.setValue(over);
        }
    }

    /** Puts the bars beside and below the rows, which begin at that height and are so wide. */
    void place(double top, double width) {
        vertical.resizeRelocate(width, top, BAR, height());
        horizontal.resizeRelocate(0, top + room - BAR, width, BAR);
    }
}
