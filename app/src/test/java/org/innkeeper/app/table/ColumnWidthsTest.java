package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    /** The table of a window as it opens at first, with guests of several hosts. */
    private static final double FIRST_WINDOW = 820;

    @Test
    void figuresKeepTheirSparklinesBesideTheHostsNames() {
        ColumnWidths widths = new ColumnWidths(ColumnLayout.standard(), true, FIRST_WINDOW);

        assertThat(widths.total()).isLessThanOrEqualTo(FIRST_WINDOW);
        for (int i = 0; i < widths.count(); i++) {
            GuestColumn column = widths.column(i);
            if (!column.metrics().isEmpty()) {
                assertThat(widths.width(i)).as(column.id()).isGreaterThanOrEqualTo(RowPainter.narrowest(column));
            }
        }
    }
}
