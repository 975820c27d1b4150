package org.innkeeper.app.table;

/**
 * What one painting of the table shows. Lengths are pixels of the scene; row 0 begins at {@code -scrollY}.
 *
 * @param hoverRow the row under the mouse, or -1
 * @param focused whether the table has the keyboard
 */
record TableFrame(
        GuestRows rows,
        GuestSelection selection,
        ColumnWidths columns,
        SeriesSource series,
        MarkShapes marks,
        double scrollX,
        double scrollY,
        double width,
        double height,
        int hoverRow,
        boolean focused) {
    double top(int row) {
        return row * RowPainter.ROW - scrollY;
    }

    int firstRow() {
        return Math.max(0, (int) (scrollY / RowPainter.ROW));
    }

    /** The row after the last one that can be seen. */
    int endRow() {
        return Math.min(rows.size(), (int) Math.ceil((scrollY + height) / RowPainter.ROW));
    }
}
