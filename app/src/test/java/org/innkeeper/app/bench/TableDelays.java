package org.innkeeper.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.innkeeper.app.fake.GeneratedFleet;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.GuestColumn;
import org.innkeeper.app.table.GuestListModel;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.app.table.MarkShapes;
import org.innkeeper.app.task.FxThread;

/**
 * Measures how long the FX thread is busy while the table of guests is worked with and all guests are polled each second.
 * Arguments: how many guests, how many runs of each action, and {@code idle} to only poll.
 */
public final class TableDelays extends Application {
    private static final String EVERYTHING = "";

    private GuestTable table;
    private GuestListModel model;
    private Delays delays;
    private GeneratedFleet fleet;
    private volatile int present;

    /** The way in from the class path, where a main class must not be an application. */
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            launch(TableDelays.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        int guests = Integer.parseInt(arguments.get(0));
        int runs = Integer.parseInt(arguments.get(1));
        present = guests;
        fleet = new GeneratedFleet(guests + 1);
        setUserAgentStylesheet(new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        model = new GuestListModel(rows -> table.setRows(rows));
        java.util.Random random = new java.util.Random(3);
        float[] wave = new float[4096];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = random.nextFloat();
        }
        int[] tick = {0};
        table = new GuestTable(
                new CellText(Texts.standard()),
                (guest, metric, into) -> {
                    int at = (guest.hashCode() + metric.ordinal() * 31 + tick[0]) & 2047;
                    System.arraycopy(wave, at, into, 0, into.length);
                    return into.length;
                },
                new MarkShapes(id -> "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12z"));
        table.onColumnLayout(layout -> model.setQuery(model.query().withSort(layout.sort(), layout.ascending())));
        Scene scene = new Scene(new BorderPane(table), 828, 760);
        scene.getStylesheets().add("/org/innkeeper/app/theme/innkeeper.css");
        stage.setScene(scene);
        stage.setWidth(828);
        stage.setHeight(780);
        stage.show();
        FxThread.later(() -> {
            stage.setWidth(829);
            stage.setHeight(781);
        });
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        ticker.scheduleAtFixedRate(
                () -> {
                    tick[0]++;
                    model.setFleet(fleet.next(present));
                },
                0,
                1,
                TimeUnit.SECONDS);
        Thread driver = new Thread(() -> {
            if (arguments.contains("idle")) {
                return;
            }
            drive(runs);
            ticker.shutdownNow();
            System.exit(0);
        });
        driver.setDaemon(true);
        driver.start();
    }

    private void drive(int runs) {
        pause(4000);
        delays = new Delays();
        pause(2000);
        for (int round = 0; round < 2; round++) {
            System.out.println(round == 0 ? "first (cold)" : "again");
            System.out.printf(Locale.ROOT, "%-34s %8s %8s %8s %8s%n", "ms", "p50", "p95", "p99", "max");
            delays.mark();
            pause(5000);
            report("polling alone");
            measure(
                    "typing",
                    runs,
                    300,
                    i -> model.setQuery(model.query().withText("guest-" + "12345678".substring(0, 1 + i % 4))));
            type(EVERYTHING);
            measure("scroll step", runs * 5, 60, i -> table.fireEvent(scroll()));
            measure("scroll bar drag", runs * 5, 60, i -> jump(i * 211 % 10000));
            measure("sort", runs, 500, i -> sort(i));
            measure("select all", runs, 300, i -> selectAll());
            measure("sort with all selected", runs, 500, i -> sort(i));
            measure("guest appears, all selected", runs, 500, i -> present(i));
            measure("filter", runs, 500, i -> type(i % 2 == 0 ? "guest-77" : EVERYTHING));
            type(EVERYTHING);
            FxThread.run(() -> {
                table.selection().clear();
            });
        }
    }

    private void present(int i) {
        present = fleetSize(i);
        model.setFleet(fleet.next(present));
    }

    private int fleetSize(int i) {
        return Integer.parseInt(getParameters().getRaw().get(0)) + (i % 2);
    }

    private void jump(int row) {
        table.fireEvent(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                "",
                "",
                row % 2 == 0 ? javafx.scene.input.KeyCode.PAGE_DOWN : javafx.scene.input.KeyCode.END,
                false,
                false,
                false,
                false));
    }

    private void type(String text) {
        model.setQuery(model.query().withText(text));
    }

    private void sort(int i) {
        GuestColumn[] by = {GuestColumn.CPU, GuestColumn.NAME, GuestColumn.MEMORY, GuestColumn.STATE};
        table.setColumnLayout(table.columnLayout().withSort(by[i % 4], i % 8 < 4));
    }

    private void selectAll() {
        table.fireEvent(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                "a",
                "a",
                javafx.scene.input.KeyCode.A,
                false,
                true,
                false,
                false));
    }

    private static javafx.scene.input.ScrollEvent scroll() {
        return new javafx.scene.input.ScrollEvent(
                javafx.scene.input.ScrollEvent.SCROLL,
                100,
                300,
                100,
                300,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                -40,
                0,
                -40,
                javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                javafx.scene.input.ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void measure(String name, int runs, long pauseMillis, java.util.function.IntConsumer action) {
        delays.mark();
        for (int i = 0; i < runs; i++) {
            int run = i;
            CountDownLatch done = new CountDownLatch(1);
            FxThread.run(() -> {
                action.accept(run);
                done.countDown();
            });
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pause(pauseMillis);
        }
        report(name);
    }

    private void report(String name) {
        double[] p = delays.percentiles();
        System.out.printf(Locale.ROOT, "%-34s %8.2f %8.2f %8.2f %8.2f%n", name, p[0], p[1], p[2], p[3]);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
