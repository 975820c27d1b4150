package org.innkeeper.app.table;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** Paints the last minute of a cell: softly filled, with a crisp line; the newest sample is at the right edge. */
final class SparklinePainter {
    private static final double FILL = 0.2;
    private final double[] x;
    private final double[] y;

    SparklinePainter(int samples) {
        x = new double[samples + 2];
        y = new double[samples + 2];
    }

    /**
     * @param span how many samples fill the width
     * @param top the value at the upper edge
     */
    void paint(
            GraphicsContext gc,
            CellSeries series,
            int span,
            double top,
            Color colour,
            double left,
            double upper,
            double width,
            double height) {
        double step = width / (span - 1);
        double bottom = upper + height;
        double right = left + width;
        gc.setLineWidth(1);
        gc.setLineJoin(StrokeLineJoin.BEVEL);
        int first = Math.max(0, series.count() - span);
        int points = 0;
        for (int i = first; i < series.count(); i++) {
            float value = series.get(i);
            if (Float.isNaN(value)) {
                flush(gc, points, bottom, colour);
                points = 0;
                continue;
            }
            double share = top <= 0 ? 0 : Math.min(1, Math.max(0, value / top));
            x[points] = right - (series.count() - 1 - i) * step;
            y[points] = bottom - 0.75 - share * (height - 1.5);
            points++;
        }
        flush(gc, points, bottom, colour);
    }

    private void flush(GraphicsContext gc, int points, double bottom, Color colour) {
        if (points < 2) {
            return;
        }
        x[points] = x[points - 1];
        y[points] = bottom;
        x[points + 1] = x[0];
        y[points + 1] = bottom;
        gc.setFill(colour.deriveColor(0, 1, 1, FILL));
        gc.fillPolygon(x, y, points + 2);
        gc.setStroke(colour);
        gc.strokePolyline(x, y, points);
    }
}
