package org.innkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTracerTest {
    private static final double WIDTH = 60;
    private static final double HEIGHT = 100;

    private record Point(double x, double y) {}

    private final List<List<Point>> runs = new ArrayList<>();

    private void trace(float[] values, long step, long span) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_000_000 + i * step;
        }
        TimeScale scale = new TimeScale(times, times.length, times[times.length - 1], span, 3 * step);
        new LineTracer().trace(values, values.length, scale, 1, WIDTH, HEIGHT, (x, y, count) -> {
            List<Point> run = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                run.add(new Point(x[i], y[i]));
            }
            runs.add(run);
        });
    }

    @Test
    void theNewestIsAtTheRightEdge() {
        trace(new float[] {0, 0.5f, 1}, 1000, 60_000);
        assertThat(runs).containsExactly(List.of(new Point(58, 100), new Point(59, 50), new Point(60, 0)));
    }

    @Test
    void whatIsNotKnownIsAGap() {
        trace(new float[] {1, 1, Float.NaN, 1, 1}, 1000, 60_000);
        assertThat(runs).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void aLongPauseIsAGap() {
        long[] times = {0, 1000, 20_000, 21_000};
        new LineTracer()
                .trace(
                        new float[] {1, 1, 1, 1},
                        4,
                        new TimeScale(times, 4, 21_000, 60_000, 4000),
                        1,
                        WIDTH,
                        HEIGHT,
                        (x, y, count) -> runs.add(List.of(new Point(x[0], y[0]))));
        assertThat(runs).hasSize(2);
    }

    @Test
    void aPeakIsSeenHoweverManySamplesShareItsPixel() {
        float[] values = new float[3600];
        values[1777] = 1;
        trace(values, 1000, 3_600_000);
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0)).hasSizeLessThanOrEqualTo(2 * (int) WIDTH + 2);
        assertThat(runs.get(0)).extracting(Point::y).contains(0.0);
    }

    @Test
    void whatIsOlderThanTheLeftEdgeIsLeftOut() {
        trace(new float[200], 1000, 60_000);
        assertThat(runs.get(0)).allMatch(point -> point.x() >= -4);
    }

    @Test
    void moreThanTheTopIsCutOff() {
        trace(new float[] {5, 5}, 1000, 60_000);
        assertThat(runs.get(0)).allMatch(point -> point.y() == 0);
    }
}
