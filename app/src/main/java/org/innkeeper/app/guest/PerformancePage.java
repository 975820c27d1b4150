package org.innkeeper.app.guest;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.chart.ChartGroup;
import org.innkeeper.app.chart.ChartLine;
import org.innkeeper.app.chart.ChartUnit;
import org.innkeeper.app.chart.NoFigures;
import org.innkeeper.app.chart.RangeButtons;
import org.innkeeper.app.chart.TimeAxis;
import org.innkeeper.app.chart.TimeChart;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.CellValue;
import org.innkeeper.app.table.GuestColumn;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;

/** The charts of a guest over one time axis: CPU, memory, disks, network; each device by itself on demand. */
final class PerformancePage extends BorderPane {
    private static final double HEIGHT = 92;
    private static final double DEVICE_HEIGHT = 84;

    private static final List<GuestColumn> CHARTED =
            List.of(GuestColumn.CPU, GuestColumn.MEMORY, GuestColumn.DISK, GuestColumn.NETWORK);

    private final AppContext context;
    private final GuestKey key;
    private final SampleReader samples;
    private final Palette palette = new Palette();
    private final ChartGroup group;
    private final CellText words;
    private final TimeChart cpu;
    private final TimeChart memory;
    private final TimeChart disk;
    private final TimeChart network;
    private final VBox charts = new VBox();
    private final ScrollPane scroll = new ScrollPane(charts);
    private final NoFigures noFigures;
    private final ToggleButton perDevice;
    private final List<TimeChart> deviceCharts = new ArrayList<>();
    private List<DeviceSeries> devices = List.of();

    PerformancePage(AppContext context, SampleReader samples, GuestKey key) {
        this.context = context;
        this.key = key;
        this.samples = samples;
        this.words = new CellText(context.texts());
        getStyleClass().add("performance-page");
        TimeAxis axis = new TimeAxis(palette, context.texts());
        group = new ChartGroup(samples::readTimes, axis);
        cpu = chart("cpu", ChartUnit.SHARE, List.of(line("", Token.CPU, Metric.CPU)));
        memory = chart("memory", ChartUnit.KIBIBYTES, List.of(line("", Token.MEMORY, Metric.MEMORY)));
        disk = chart(
                "disk",
                ChartUnit.RATE,
                List.of(line("read", Token.DISK, Metric.DISK_READ), line("write", Token.CPU, Metric.DISK_WRITE)));
        network = chart(
                "network",
                ChartUnit.RATE,
                List.of(line("rx", Token.NETWORK, Metric.RX), line("tx", Token.HOST_CPU, Metric.TX)));
        charts.getStyleClass().add("charts");
        charts.getChildren().addAll(cpu, memory, disk, network);
        perDevice = new ToggleButton(context.text("guest.perf.perDevice"));
        perDevice.setId("per-device");
        perDevice.setOnAction(event -> showDevices());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, new RangeButtons(group, context.texts()), gap, perDevice);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("page-bar");
        noFigures = new NoFigures(context.text("guest.perf.none"), context.texts());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        VBox foot = new VBox(axis, palette);
        foot.getStyleClass().add("chart-axis");
        setTop(bar);
        setCenter(new StackPane(scroll, noFigures));
        setBottom(foot);
    }

    private TimeChart chart(String name, ChartUnit unit, List<ChartLine> lines) {
        TimeChart chart = new TimeChart(group, context.text("guest.perf." + name), unit, lines, palette, HEIGHT);
        chart.setId("chart-" + name);
        return chart;
    }

    private ChartLine line(String name, Token colour, Metric metric) {
        return new ChartLine(
                name.isEmpty() ? "" : context.text("guest.perf." + name),
                colour,
                into -> samples.read(key, metric, into));
    }

    /** Shows the newest samples. */
    void show(GuestSnapshot guest, HostSnapshot host) {
        memory.setLimit(guest.rates().memoryMaxKiB() > 0 ? guest.rates().memoryMaxKiB() : Double.NaN);
        cpu.setReason(words.reason(GuestColumn.CPU, guest, host));
        memory.setReason(words.reason(GuestColumn.MEMORY, guest, host));
        disk.setReason(words.reason(GuestColumn.DISK, guest, host));
        network.setReason(words.reason(GuestColumn.NETWORK, guest, host));
        if (perDevice.isSelected() && !samples.devices(key).equals(devices)) {
            showDevices();
        }
        showFigures(host.connected() && guest.domain().active() && tellsNothing(guest));
        group.refresh();
    }

    private boolean tellsNothing(GuestSnapshot guest) {
        return NoFigures.isLasting(samples)
                && CHARTED.stream().allMatch(column -> Double.isNaN(CellValue.of(column, guest.rates())));
    }

    private void showFigures(boolean none) {
        noFigures.setVisible(none);
        scroll.setVisible(!none);
        getTop().setDisable(none);
        getBottom().setVisible(!none);
    }

    private void showDevices() {
        charts.getChildren().removeAll(deviceCharts);
        charts.getChildren().removeIf(node -> node.getStyleClass().contains("section-title"));
        group.removeAll(deviceCharts);
        deviceCharts.clear();
        devices = perDevice.isSelected() ? samples.devices(key) : List.of();
        section("guest.perf.vcpus", "guest.perf.vcpu", ChartUnit.SHARE, DeviceSeries.Kind.VCPU, null);
        section(
                "guest.perf.disks",
                "guest.perf.diskOf",
                ChartUnit.RATE,
                DeviceSeries.Kind.DISK_READ,
                DeviceSeries.Kind.DISK_WRITE);
        section(
                "guest.perf.interfaces",
                "guest.perf.interfaceOf",
                ChartUnit.RATE,
                DeviceSeries.Kind.RX,
                DeviceSeries.Kind.TX);
        group.refresh();
    }

    private void section(String title, String name, ChartUnit unit, DeviceSeries.Kind first, DeviceSeries.Kind second) {
        List<DeviceSeries> found =
                devices.stream().filter(series -> series.kind() == first).toList();
        if (found.isEmpty()) {
            return;
        }
        Label heading = new Label(context.text(title));
        heading.getStyleClass().add("section-title");
        charts.getChildren().add(heading);
        for (DeviceSeries series : found) {
            List<ChartLine> lines = new ArrayList<>();
            lines.add(line(series, second == null ? "" : lineName(first), colour(first)));
            devices.stream()
                    .filter(other -> other.kind() == second && other.index() == series.index())
                    .forEach(other -> lines.add(line(other, lineName(second), colour(second))));
            TimeChart chart =
                    new TimeChart(group, context.text(name, series.name()), unit, lines, palette, DEVICE_HEIGHT);
            deviceCharts.add(chart);
            charts.getChildren().add(chart);
        }
    }

    private ChartLine line(DeviceSeries series, String name, Token colour) {
        return new ChartLine(name, colour, into -> samples.read(key, series, into));
    }

    private String lineName(DeviceSeries.Kind kind) {
        return context.text("guest.perf."
                + switch (kind) {
                    case VCPU -> "cpu";
                    case DISK_READ -> "read";
                    case DISK_WRITE -> "write";
                    case RX -> "rx";
                    case TX -> "tx";
                });
    }

    private static Token colour(DeviceSeries.Kind kind) {
        return switch (kind) {
            case VCPU, DISK_WRITE -> Token.CPU;
            case DISK_READ -> Token.DISK;
            case RX -> Token.NETWORK;
            case TX -> Token.HOST_CPU;
        };
    }
}
