package org.innkeeper.app.chart;

import java.time.Duration;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;

/** The labels of the time axis that all charts of a page share. For the FX thread. */
public final class TimeAxis extends Pane {
    private static final double HEIGHT = 20;
    private static final Font LABELS = Font.font(11);

    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final Palette palette;
    private final Texts texts;
    private TimeRange range = TimeRange.MINUTE;

    public TimeAxis(Palette palette, Texts texts) {
        this.palette = palette;
        this.texts = texts;
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        widthProperty().addListener(change -> {
            canvas.setWidth(Math.floor(getWidth()));
            paint();
        });
    }

    void show(TimeRange newRange) {
        range = newRange;
        paint();
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        double width = canvas.getWidth() - TimeChart.GUTTER;
        gc.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        if (width < 80) {
            return;
        }
        gc.setFill(palette.get(Token.TEXT_QUIET));
        gc.setFont(LABELS);
        gc.setTextBaseline(VPos.CENTER);
        for (long back = 0; back <= range.span(); back += range.step()) {
            double x = TimeChart.GUTTER + width * (1 - (double) back / range.span());
            gc.setTextAlign(
                    back == 0 ? TextAlignment.RIGHT : back == range.span() ? TextAlignment.LEFT : TextAlignment.CENTER);
            String label = back == 0 ? texts.get("chart.now") : "\u2212" + Quantities.span(Duration.ofMillis(back));
            gc.fillText(label, x, HEIGHT / 2);
        }
    }
}
