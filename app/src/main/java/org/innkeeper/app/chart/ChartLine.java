package org.innkeeper.app.chart;

import java.util.Objects;
import org.innkeeper.app.theme.Palette.Token;

/**
 * One line of a chart.
 *
 * @param name what people call it; empty where the chart has only this one
 * @param colour its colour
 * @param samples where its values come from
 */
public record ChartLine(String name, Token colour, Samples samples) {
    public ChartLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(samples, "samples");
    }

    /** Copies the newest values, oldest first and newest last, to the start; gaps are NaN. */
    @FunctionalInterface
    public interface Samples {
        /** @return how many were copied */
        int read(float[] into);
    }
}
