package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.guest;

import org.innkeeper.app.session.Metric;
import org.junit.jupiter.api.Test;

class CellSeriesTest {
    private static final float GAP = Float.NaN;

    private final CellSeries series = new CellSeries(4);

    @Test
    void readAndWrittenAreSummedFromTheNewestBackwards() {
        read(new float[] {1, 2, 3}, new float[] {10, 20});
        assertThat(series.count()).isEqualTo(3);
        assertThat(series.get(0)).isEqualTo(1);
        assertThat(series.get(1)).isEqualTo(12);
        assertThat(series.get(2)).isEqualTo(23);
        assertThat(series.maximum()).isEqualTo(23);
        assertThat(series.mean()).isEqualTo(12);
    }

    @Test
    void aGapOfOneIsTheOtherAndAGapOfBothStays() {
        read(new float[] {GAP, 2, GAP}, new float[] {1, GAP, GAP});
        assertThat(series.get(0)).isEqualTo(1);
        assertThat(series.get(1)).isEqualTo(2);
        assertThat(series.get(2)).isNaN();
        assertThat(series.mean()).isEqualTo(1.5);
    }

    @Test
    void withoutSamplesThereIsNothingToTell() {
        read(new float[0], new float[0]);
        assertThat(series.count()).isZero();
        assertThat(series.maximum()).isNaN();
        assertThat(series.mean()).isNaN();
    }

    private void read(float[] disk, float[] written) {
        series.read(
                (guest, metric, into) -> {
                    float[] source = metric == Metric.DISK_READ ? disk : written;
                    System.arraycopy(source, 0, into, 0, source.length);
                    return source.length;
                },
                guest("a").key(),
                GuestColumn.DISK);
    }
}
