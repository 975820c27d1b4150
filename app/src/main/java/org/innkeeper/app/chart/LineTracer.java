package org.innkeeper.app.chart;

/**
 * Turns samples into the points of a line: at most a lowest and a highest point for each pixel, in the order they came,
 * and a new run of points after each gap. Holds no JavaFX. Not thread-safe.
 */
final class LineTracer {
    /** Takes a run of points without a gap. */
    @FunctionalInterface
    interface Sink {
        void run(double[] x, double[] y, int count);
    }

    private double[] x = new double[512];
    private double[] y = new double[512];
    private int points;
    private int column;
    private double low;
    private double high;
    private boolean lowFirst;
    private boolean filled;
    private double lastX;

    /**
     * Gives the runs of points to the sink.
     *
     * @param values oldest first
     * @param count how many there are; the last one belongs to the last time
     * @param top the value at the upper edge
     */
    void trace(float[] values, int count, TimeScale scale, double top, double width, double height, Sink sink) {
        points = 0;
        filled = false;
        long before = Long.MIN_VALUE;
        int first = Math.max(0, count - scale.count());
        for (int i = first; i < count; i++) {
            long time = scale.times()[scale.count() - count + i];
            if (time < scale.now() - scale.span() - scale.gap()) {
                continue;
            }
            double value = values[i];
            boolean broken = Double.isNaN(value) || (before != Long.MIN_VALUE && time - before > scale.gap());
            if (broken) {
                endRun(sink);
            }
            before = time;
            if (!Double.isNaN(value)) {
                double share = top <= 0 ? 0 : Math.max(0, Math.min(1, value / top));
                add(width - (double) (scale.now() - time) / scale.span() * width, (1 - share) * height);
            }
        }
        endRun(sink);
    }

    private void add(double atX, double atY) {
        int pixel = (int) Math.floor(atX);
        if (filled && pixel != column) {
            flushColumn();
        }
        if (!filled) {
            column = pixel;
            low = atY;
            high = atY;
            filled = true;
            lowFirst = true;
            lastX = atX;
        } else {
            if (atY < low) {
                low = atY;
                lowFirst = false;
            } else if (atY > high) {
                high = atY;
                lowFirst = true;
            }
            lastX = atX;
        }
    }

    private void flushColumn() {
        if (low == high) {
            point(lastX, low);
        } else {
            point(column + 0.25, lowFirst ? low : high);
            point(column + 0.75, lowFirst ? high : low);
        }
        filled = false;
    }

    private void point(double atX, double atY) {
        if (points == x.length) {
            x = java.util.Arrays.copyOf(x, points * 2);
            y = java.util.Arrays.copyOf(y, points * 2);
        }
        x[points] = atX;
        y[points++] = atY;
    }

    private void endRun(Sink sink) {
        if (filled) {
            flushColumn();
        }
        if (points > 0) {
            sink.run(x, y, points);
        }
        points = 0;
    }
}
