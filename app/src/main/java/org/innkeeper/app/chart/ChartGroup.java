package org.innkeeper.app.chart;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.app.session.SampleReader;

/** The charts of a page: one time axis with now at the right, and one crosshair through all of them. For the FX thread. */
public final class ChartGroup {
    /** Copies when the newest samples were taken, oldest first; tells how many. */
    @FunctionalInterface
    public interface Times {
        int read(long[] into);
    }

    /** A gap is longer than so many of the usual pauses between samples. */
    private static final int GAP_TICKS = 4;

    private final Times source;
    private final long[] times = new long[SampleReader.LONG];
    private final List<TimeChart> charts = new ArrayList<>();
    private final TimeAxis axis;
    private int count;
    private TimeRange range = TimeRange.MINUTE;
    private double crosshair = Double.NaN;

    public ChartGroup(Times source, TimeAxis axis) {
        this.source = source;
        this.axis = axis;
    }

    void add(TimeChart chart) {
        charts.add(chart);
    }

    /** Takes charts out that are no longer shown. */
    public void removeAll(List<TimeChart> gone) {
        charts.removeAll(gone);
    }

    public TimeRange range() {
        return range;
    }

    public void setRange(TimeRange newRange) {
        range = newRange;
        refresh();
    }

    /** Reads the newest samples and paints them. */
    public void refresh() {
        count = source.read(times);
        axis.show(range);
        charts.forEach(TimeChart::refresh);
    }

    /** Moves the crosshair to a place from 0, the left edge, to 1; NaN takes it away. */
    void setCrosshair(double place) {
        if (Double.compare(place, crosshair) != 0) {
            crosshair = place;
            charts.forEach(TimeChart::paint);
        }
    }

    double crosshair() {
        return crosshair;
    }

    long[] times() {
        return times;
    }

    int count() {
        return count;
    }

    /** The time at the right edge, milliseconds. */
    long now() {
        return count == 0 ? 0 : times[count - 1];
    }

    /** A longer pause between two samples is a gap, milliseconds. */
    long gap() {
        if (count < 2) {
            return Long.MAX_VALUE / 4;
        }
        int from = Math.max(0, count - 60);
        return Math.max(3_000, GAP_TICKS * (times[count - 1] - times[from]) / Math.max(1, count - 1 - from));
    }

    TimeScale scale() {
        return new TimeScale(times, count, now(), range.span(), gap());
    }

    /** How many of the newest samples lie behind the one nearest to the crosshair; -1 without a crosshair. */
    int crosshairAge() {
        if (Double.isNaN(crosshair) || count == 0) {
            return -1;
        }
        long wanted = now() - (long) ((1 - crosshair) * range.span());
        int best = 0;
        for (int age = 0; age < count; age++) {
            long here = Math.abs(times[count - 1 - age] - wanted);
            if (here > Math.abs(times[count - 1 - best] - wanted)) {
                break;
            }
            best = age;
        }
        return Math.abs(times[count - 1 - best] - wanted) > gap() ? Integer.MAX_VALUE : best;
    }
}
