package org.innkeeper.app.host;

import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.chart.ChartGroup;
import org.innkeeper.app.chart.ChartLine;
import org.innkeeper.app.chart.ChartUnit;
import org.innkeeper.app.chart.NoFigures;
import org.innkeeper.app.chart.RangeButtons;
import org.innkeeper.app.chart.TimeAxis;
import org.innkeeper.app.chart.TimeChart;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;
import org.innkeeper.core.spi.Feature;

/** How busy a host was, over one time axis. For the FX thread. */
final class HostCharts extends StackPane {
    private static final double HEIGHT = 170;

    private final Texts texts;
    private final SampleReader samples;
    private final Palette palette = new Palette();
    private final ChartGroup group;
    private final TimeChart memory;
    private final VBox charts;
    private final NoFigures noFigures;

    HostCharts(Texts texts, SampleReader samples) {
        this.texts = texts;
        this.samples = samples;
        TimeAxis axis = new TimeAxis(palette, texts);
        group = new ChartGroup(samples::readTimes, axis);
        TimeChart cpu = chart("cpu", ChartUnit.SHARE, Token.CPU, Metric.CPU);
        memory = chart("memory", ChartUnit.KIBIBYTES, Token.MEMORY, Metric.MEMORY);
        charts = new VBox(new RangeButtons(group, texts), cpu, memory, axis, palette);
        charts.getStyleClass().add("charts");
        noFigures = new NoFigures(texts.get("hostwindow.noFigures"), texts);
        getChildren().addAll(charts, noFigures);
    }

    private TimeChart chart(String title, ChartUnit unit, Token colour, Metric metric) {
        ChartLine only = new ChartLine("", colour, into -> samples.readHost(metric, into));
        TimeChart chart = new TimeChart(group, texts.get("hostwindow." + title), unit, List.of(only), palette, HEIGHT);
        chart.setReason(texts.get("hostwindow.noSamples"));
        return chart;
    }

    /** Shows the newest samples. */
    void show(HostSnapshot host) {
        HostLoad load = host.load();
        memory.setLimit(load.memoryTotalKiB() > 0 ? load.memoryTotalKiB() : Double.NaN);
        boolean silent = host.connected()
                && Double.isNaN(load.cpu())
                && load.memoryUsedKiB() < 0
                && (tellsNothing(host) || NoFigures.isLasting(samples));
        noFigures.setVisible(silent);
        charts.setVisible(!silent);
        group.refresh();
    }

    private static boolean tellsNothing(HostSnapshot host) {
        return !host.supports(Feature.NODE_CPU_STATS) && !host.supports(Feature.NODE_MEMORY_STATS);
    }
}
