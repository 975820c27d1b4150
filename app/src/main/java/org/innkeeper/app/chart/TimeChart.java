package org.innkeeper.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;

/**
 * Values over time: softly filled areas under crisp lines, an axis in human units, and the values at the crosshair, or
 * now, in the legend. For the FX thread.
 */
public final class TimeChart extends VBox {
    /** Room for the labels of the value axis, pixels. */
    static final double GUTTER = 72;

    private static final double FILL = 0.18;
    private static final Font LABELS = Font.font(11);
    private static final double[] DASHES = {5, 3};

    /** A line with its newest values. */
    private static final class Trace {
        private final ChartLine line;
        private final float[] values = new float[SampleReader.LONG];
        private final Label value = new Label();
        private int count;

        Trace(ChartLine line) {
            this.line = line;
        }

        boolean known() {
            for (int i = 0; i < count; i++) {
                if (!Float.isNaN(values[i])) {
                    return true;
                }
            }
            return false;
        }

        /** @param age how many samples ago */
        double at(int age) {
            return age < 0 || age >= count ? Double.NaN : values[count - 1 - age];
        }
    }

    private final ChartGroup group;
    private final ChartUnit unit;
    private final Palette palette;
    private final String title;
    private final double height;
    private final List<Trace> traces = new ArrayList<>();
    private final LineTracer tracer = new LineTracer();
    private final Canvas canvas;
    private final Label reason = new Label();
    private double limit = Double.NaN;
    private double top = 1;

    /** @param height of the plot, pixels */
    public TimeChart(
            ChartGroup group, String title, ChartUnit unit, List<ChartLine> lines, Palette palette, double height) {
        this.group = group;
        this.unit = unit;
        this.palette = palette;
        this.title = title;
        this.height = height;
        getStyleClass().add("time-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        canvas = new Canvas(0, height);
        reason.getStyleClass().add("chart-reason");
        reason.setWrapText(true);
        Pane plot = new Pane(canvas, reason);
        plot.setMinHeight(height);
        plot.setMaxHeight(height);
        plot.setMinWidth(GUTTER + 60);
        reason.setLayoutX(GUTTER + 12);
        reason.setLayoutY(height / 2 - 18);
        plot.widthProperty().addListener(change -> {
            canvas.setWidth(Math.floor(plot.getWidth()));
            reason.setMaxWidth(Math.max(40, plot.getWidth() - GUTTER - 24));
            paint();
        });
        canvas.setOnMouseMoved(event -> {
            double place = (event.getX() - GUTTER) / (canvas.getWidth() - GUTTER);
            group.setCrosshair(place < 0 || place > 1 ? Double.NaN : place);
        });
        canvas.setOnMouseExited(event -> group.setCrosshair(Double.NaN));
        lines.forEach(line -> traces.add(new Trace(line)));
        getChildren().addAll(legend(), plot);
        palette.onChange(group::refresh);
        group.add(this);
    }

    private HBox legend() {
        Label name = new Label(title);
        name.getStyleClass().add("chart-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox legend = new HBox(8, name, gap);
        legend.setAlignment(Pos.CENTER_LEFT);
        for (Trace trace : traces) {
            Region swatch = new Region();
            swatch.getStyleClass()
                    .addAll(
                            "chart-swatch",
                            "swatch-" + trace.line.colour().name().toLowerCase(java.util.Locale.ROOT));
            Label label = new Label(trace.line.name());
            label.getStyleClass().add("quiet");
            trace.value.getStyleClass().add("chart-value");
            trace.value.setMinWidth(64);
            if (traces.size() > 1) {
                legend.getChildren().addAll(swatch, label);
            }
            legend.getChildren().add(trace.value);
        }
        return legend;
    }

    /** The most a value can be, where that is known; NaN lets the values decide. */
    public void setLimit(double most) {
        limit = most;
    }

    /** What is said while there is no value. */
    public void setReason(String words) {
        reason.setText(words);
    }

    /** Reads the newest values and paints them. */
    void refresh() {
        for (Trace trace : traces) {
            trace.count = trace.line.samples().read(trace.values);
        }
        paint();
    }

    void paint() {
        double width = canvas.getWidth() - GUTTER;
        if (width < 20) {
            return;
        }
        boolean known = traces.stream().anyMatch(Trace::known);
        reason.setVisible(!known);
        top = Double.isNaN(limit) || limit <= 0 ? unit.top(most()) : limit;
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), height);
        grid(gc, width);
        gc.save();
        gc.translate(GUTTER, 0);
        gc.beginPath();
        gc.rect(0, 0, width, height);
        gc.clip();
        for (int i = 0; i < traces.size(); i++) {
            line(gc, traces.get(i), width, i > 0);
        }
        gc.restore();
        crosshair(gc, width);
        values();
    }

    private double most() {
        double most = 0;
        long from = group.now() - group.range().span();
        for (Trace trace : traces) {
            for (int i = 0; i < trace.count; i++) {
                int time = group.count() - trace.count + i;
                boolean shown = time >= 0 && group.times()[time] >= from;
                if (shown && trace.values[i] > most) {
                    most = trace.values[i];
                }
            }
        }
        return most;
    }

    private void grid(GraphicsContext gc, double width) {
        gc.setFont(LABELS);
        gc.setTextAlign(TextAlignment.RIGHT);
        int lines = height < 60 ? 2 : unit.steps(top);
        for (int i = 0; i <= lines; i++) {
            double y = Math.round(i * (height - 1) / lines);
            gc.setFill(palette.get(Token.LINE));
            gc.fillRect(GUTTER, y, width, 1);
            gc.setFill(palette.get(Token.TEXT_QUIET));
            gc.setTextBaseline(i == 0 ? VPos.TOP : i == lines ? VPos.BOTTOM : VPos.CENTER);
            gc.fillText(unit.format(top * (lines - i) / lines), GUTTER - 8, i == 0 ? 0 : y);
        }
        gc.setFill(palette.get(Token.LINE));
        for (long back = 0; back <= group.range().span(); back += group.range().step()) {
            double x = Math.round(
                    GUTTER + (width - 1) * (1 - (double) back / group.range().span()));
            gc.fillRect(x, 0, 1, height);
        }
    }

    private void line(GraphicsContext gc, Trace trace, double width, boolean dashed) {
        Color colour = palette.get(trace.line.colour());
        gc.setLineWidth(1.5);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        tracer.trace(
                trace.values,
                trace.count,
                group.scale(),
                top,
                width,
                height - 2,
                (x, y, count) -> run(gc, colour, dashed, x, y, count));
    }

    private void run(GraphicsContext gc, Color colour, boolean dashed, double[] x, double[] y, int count) {
        double[] areaX = new double[count + 2];
        double[] areaY = new double[count + 2];
        System.arraycopy(x, 0, areaX, 0, count);
        for (int i = 0; i < count; i++) {
            areaY[i] = y[i] + 1;
        }
        areaX[count] = x[count - 1];
        areaY[count] = height;
        areaX[count + 1] = x[0];
        areaY[count + 1] = height;
        gc.setFill(colour.deriveColor(0, 1, 1, FILL));
        gc.fillPolygon(areaX, areaY, count + 2);
        gc.setStroke(colour);
        if (dashed) {
            gc.setLineDashes(DASHES);
        }
        if (count == 1) {
            gc.strokeLine(x[0] - 1, areaY[0], x[0], areaY[0]);
        } else {
            gc.strokePolyline(areaX, areaY, count);
        }
        gc.setLineDashes();
    }

    private void crosshair(GraphicsContext gc, double width) {
        int age = group.crosshairAge();
        if (age < 0) {
            return;
        }
        double x = GUTTER + Math.round(group.crosshair() * width);
        gc.setFill(palette.get(Token.TEXT_QUIET));
        gc.fillRect(x, 0, 1, height);
        for (Trace trace : traces) {
            double value = trace.at(age);
            if (!Double.isNaN(value)) {
                double y = 1 + (1 - Math.max(0, Math.min(1, value / top))) * (height - 2);
                gc.setFill(palette.get(trace.line.colour()));
                gc.fillOval(x - 3, y - 3.5, 7, 7);
            }
        }
    }

    private void values() {
        int age = Math.max(0, group.crosshairAge());
        StringBuilder spoken = new StringBuilder(title);
        for (Trace trace : traces) {
            double value = trace.at(age);
            String text = Double.isNaN(value) ? Quantities.ABSENT : unit.format(value);
            if (!text.equals(trace.value.getText())) {
                trace.value.setText(text);
            }
            spoken.append(' ').append(trace.line.name()).append(' ').append(text);
        }
        setAccessibleText(spoken.toString());
    }
}
