package org.innkeeper.app.chart;

/** How far back charts look. */
public enum TimeRange {
    MINUTE(60_000, 10_000),
    TEN_MINUTES(600_000, 60_000),
    HALF_HOUR(1_800_000, 300_000);

    private final long span;
    private final long step;

    TimeRange(long span, long step) {
        this.span = span;
        this.step = step;
    }

    /** From the left to the right edge, milliseconds. */
    public long span() {
        return span;
    }

    /** From one line of the grid to the next, milliseconds. */
    long step() {
        return step;
    }
}
