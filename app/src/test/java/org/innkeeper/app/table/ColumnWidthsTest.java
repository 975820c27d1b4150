package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    /** The table of a window 1024 pixels wide, between hosts and inspector. */
    private static final double SMALL_WINDOW = 582;

    @Test
    void whatIsLeastNeededIsLeftOutOfASmallWindow() {
        ColumnWidths widths = new ColumnWidths(ColumnLayout.standard(), true, SMALL_WINDOW);

        assertThat(widths.total()).isLessThanOrEqualTo(SMALL_WINDOW);
        assertThat(widths.has(GuestColumn.NAME)).isTrue();
        assertThat(widths.has(GuestColumn.CPU)).isTrue();
        assertThat(widths.has(GuestColumn.MEMORY)).isTrue();
        assertThat(widths.has(GuestColumn.HOST)).isTrue();
        assertThat(widths.has(GuestColumn.HOST_CPU)).isFalse();
        assertThat(widths.has(GuestColumn.NETWORK)).isFalse();
        for (int i = 0; i < widths.count(); i++) {
            assertThat(widths.width(i))
                    .as(widths.column(i).id())
                    .isGreaterThanOrEqualTo(widths.column(i).snugWidth());
        }
    }

    @Test
    void whatTheUserAskedForIsNotLeftOut() {
        ColumnLayout layout = ColumnLayout.standard()
                .withWidth(GuestColumn.NETWORK, 120)
                .withSort(GuestColumn.HOST_CPU, false)
                .withShown(GuestColumn.UUID, true);
        ColumnWidths widths = new ColumnWidths(layout, false, SMALL_WINDOW);

        assertThat(widths.has(GuestColumn.NETWORK)).isTrue();
        assertThat(widths.has(GuestColumn.HOST_CPU)).isTrue();
        assertThat(widths.has(GuestColumn.UUID)).isTrue();
        assertThat(widths.has(GuestColumn.DISK)).isFalse();
    }

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
