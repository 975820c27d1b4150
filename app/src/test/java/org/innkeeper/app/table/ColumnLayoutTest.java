package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnLayoutTest {
    @Test
    void whatSettingsKeepComesBackTheSame() {
        ColumnLayout layout = ColumnLayout.standard()
                .withShown(GuestColumn.UUID, true)
                .withShown(GuestColumn.HOST_CPU, false)
                .withWidth(GuestColumn.NAME, 222)
                .withMoved(GuestColumn.NETWORK, GuestColumn.STATE)
                .withSort(GuestColumn.CPU, false);

        assertThat(ColumnLayout.parse(layout.format())).isEqualTo(layout);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", ";", "nonsense", "nonsense:1:1;nonsense:up", "::;:"})
    void whatIsNoLayoutIsTheStandardOne(String text) {
        assertThat(ColumnLayout.parse(text)).isEqualTo(ColumnLayout.standard());
    }

    @Test
    void columnsOfANewerProgramAreAddedAndThoseOfAnOlderOneDropped() {
        ColumnLayout read = ColumnLayout.parse("cpu:300:1,gone:10:1,name:0:0,cpu:9:0;memory:down");

        assertThat(read.columns()).hasSize(GuestColumn.values().length);
        assertThat(read.columns().get(0)).isEqualTo(new ColumnLayout.Slot(GuestColumn.CPU, 300, true));
        assertThat(read.slot(GuestColumn.NAME).shown())
                .as("the name can never be hidden")
                .isTrue();
        assertThat(read.sort()).isEqualTo(GuestColumn.MEMORY);
        assertThat(read.ascending()).isFalse();
    }

    @Test
    void aColumnMovesBeforeAnotherOrToTheEnd() {
        ColumnLayout moved = ColumnLayout.standard().withMoved(GuestColumn.NAME, GuestColumn.CPU);
        assertThat(order(moved)).startsWith(GuestColumn.STATE, GuestColumn.HOST, GuestColumn.NAME, GuestColumn.CPU);
        assertThat(order(moved.withMoved(GuestColumn.NAME, null))).endsWith(GuestColumn.NAME);
        assertThat(moved.withMoved(GuestColumn.CPU, GuestColumn.CPU)).isEqualTo(moved);
    }

    @Test
    void noColumnGetsNarrowerThanItsLeast() {
        assertThat(ColumnLayout.standard()
                        .withWidth(GuestColumn.NAME, 3)
                        .slot(GuestColumn.NAME)
                        .width())
                .isEqualTo(GuestColumn.NAME.minimumWidth());
    }

    @Test
    void columnsFillTheRoomAndGiveWay() {
        ColumnLayout layout = ColumnLayout.standard();
        assertThat(new ColumnWidths(layout, false, 830).total()).isBetween(815.0, 830.0);
        assertThat(new ColumnWidths(layout, true, 830).total()).isBetween(780.0, 830.0);
        assertThat(columns(new ColumnWidths(layout, false, 100)))
                .containsExactly(GuestColumn.NAME, GuestColumn.STATE, GuestColumn.CPU);
        assertThat(new ColumnWidths(layout, false, 5000).total()).isLessThan(2000);
    }

    @Test
    void aDraggedColumnKeepsItsWidth() {
        ColumnLayout layout = ColumnLayout.standard().withWidth(GuestColumn.NAME, 300);
        for (double room : new double[] {400, 830, 2000}) {
            assertThat(new ColumnWidths(layout, false, room).width(0)).isEqualTo(300);
        }
    }

    @Test
    void theHostColumnComesWithSeveralHosts() {
        assertThat(columns(new ColumnWidths(ColumnLayout.standard(), false, 800)))
                .doesNotContain(GuestColumn.HOST);
        assertThat(columns(new ColumnWidths(ColumnLayout.standard(), true, 800)))
                .contains(GuestColumn.HOST);
    }

    @Test
    void aPlaceBelongsToTheColumnThatIsThere() {
        ColumnWidths widths = new ColumnWidths(ColumnLayout.standard(), false, 830);
        assertThat(widths.at(0)).isZero();
        assertThat(widths.at(widths.start(2))).isEqualTo(2);
        assertThat(widths.at(widths.start(2) - 1)).isEqualTo(1);
        assertThat(widths.at(widths.total())).isEqualTo(-1);
        assertThat(widths.at(-1)).isEqualTo(-1);
    }

    private static List<GuestColumn> order(ColumnLayout layout) {
        return layout.columns().stream().map(ColumnLayout.Slot::column).toList();
    }

    private static List<GuestColumn> columns(ColumnWidths widths) {
        return java.util.stream.IntStream.range(0, widths.count())
                .mapToObj(widths::column)
                .toList();
    }
}
