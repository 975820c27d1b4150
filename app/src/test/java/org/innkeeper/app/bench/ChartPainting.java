package org.innkeeper.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.innkeeper.app.chart.ChartGroup;
import org.innkeeper.app.chart.ChartLine;
import org.innkeeper.app.chart.ChartUnit;
import org.innkeeper.app.chart.TimeAxis;
import org.innkeeper.app.chart.TimeChart;
import org.innkeeper.app.chart.TimeRange;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;

/**
 * What it costs to paint the charts of a guest each second, as its window does: four charts with eight lines, each as long
 * as can be. Prints a table in Markdown: time on the FX thread, and CPU time of the whole process with painting and
 * without.
 */
public final class ChartPainting {
    private static final int SECONDS = 40;
    private static final double HEIGHT = 150;

    private final Random random = new Random(1);
    private final float[] values = new float[SampleReader.LONG];
    private final double[] spent = new double[SECONDS];
    private final long start = System.currentTimeMillis();
    private ChartGroup group;
    private int seconds;

    private ChartPainting() {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Program program = new Program(Files.createTempDirectory("innkeeper-bench"));
        ChartPainting bench = new ChartPainting();
        FxThread.start(() -> bench.open(program.context()));
        bench.measure();
        System.exit(0);
    }

    private void open(AppContext context) {
        Palette palette = new Palette();
        TimeAxis axis = new TimeAxis(palette, context.texts());
        group = new ChartGroup(this::times, axis);
        VBox charts = new VBox(palette);
        for (int i = 0; i < 4; i++) {
            List<ChartLine> lines = List.of(line("read", Token.DISK, i), line("write", Token.CPU, i + 4));
            charts.getChildren().add(new TimeChart(group, "chart " + i, ChartUnit.SHARE, lines, palette, HEIGHT));
        }
        charts.getChildren().add(axis);
        Scene scene = new Scene(charts, 1280, 800);
        context.appearance().dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    /** All lines have the same values, each from another place on. */
    private ChartLine line(String name, Token colour, int number) {
        return new ChartLine(name, colour, into -> {
            int from = (seconds + number * 100) % values.length;
            System.arraycopy(values, from, into, 0, values.length - from);
            System.arraycopy(values, 0, into, values.length - from, from);
            return values.length;
        });
    }

    private int times(long[] into) {
        for (int i = 0; i < values.length; i++) {
            into[i] = start + (seconds - values.length + i) * 1000L;
        }
        return values.length;
    }

    private void measure() {
        LockSupport.parkNanos(3_000_000_000L);
        System.out.println(
                "| charts, 8 lines of 1,800 values | painted each second, CPU-s/min | not painted | on the window's"
                        + " thread, median ms | most ms |");
        System.out.println("|---|---|---|---|---|");
        for (TimeRange range : TimeRange.values()) {
            onFxThread(() -> group.setRange(range));
            watch(true);
            double painted = watch(true);
            double[] sorted = spent.clone();
            double idle = watch(false);
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    range,
                    painted,
                    idle,
                    sorted[SECONDS / 2],
                    sorted[SECONDS - 1]);
        }
    }

    /** CPU seconds of the process in a minute. */
    private double watch(boolean paint) {
        double cpu = cpuSeconds();
        long begun = System.nanoTime();
        for (int i = 0; i < SECONDS; i++) {
            long due = begun + (i + 1) * 1_000_000_000L;
            if (paint) {
                int second = i;
                onFxThread(() -> spent[second] = paintNext());
            }
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        return (cpuSeconds() - cpu) * 60e9 / (System.nanoTime() - begun);
    }

    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Milliseconds until everything is said that the toolkit then paints. */
    private double paintNext() {
        long begun = System.nanoTime();
        seconds++;
        group.refresh();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void onFxThread(Runnable action) {
        CompletableFuture.runAsync(action, FxThread.executor()).join();
    }
}
