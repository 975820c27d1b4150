package org.innkeeper.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.main.MainWindow;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.app.table.GuestColumn;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.app.task.FxThread;

/**
 * Measures how late the FX thread does what is posted to it while the real main window is worked with, over a demo host
 * whose guests are all polled each second. Prints a table in Markdown. Arguments: how many guests (10000), how many runs
 * of each action (10).
 */
public final class WindowDelays {
    private static final long SETTLE_MILLIS = 600;

    private final int guests;
    private final int runs;
    private final Program program;
    private final HostSession host;
    private MainWindow window;
    private GuestTable table;
    private TextField search;
    private Delays delays;
    private GuestKey extra;

    private WindowDelays(int guests, int runs, Path folder) {
        this.guests = guests;
        this.runs = runs;
        program = new Program(folder);
        HostId id = program.add("test:///default?guests=" + guests, "demo");
        host = program.fleet().host(id).orElseThrow();
    }

    public static void main(String[] arguments) throws IOException {
        int guests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path folder = Files.createTempDirectory("innkeeper-bench");
        WindowDelays bench = new WindowDelays(guests, runs, folder);
        FxThread.start(bench::open);
        bench.measure();
        System.exit(0);
    }

    private void open() {
        window = new MainWindow(program.context(), new Stage());
        window.show();
        table = (GuestTable) window.stage().getScene().lookup("#guest-table");
        search = (TextField) window.stage().getScene().lookup("#search");
    }

    private void measure() {
        while (rows() < guests) {
            pause(200);
        }
        pause(10_000);
        delays = new Delays();
        pause(2000);
        System.out.printf(Locale.ROOT, "| %,d guests, %d runs | p50 ms | p95 ms | p99 ms | most ms |%n", guests, runs);
        System.out.println("|---|---|---|---|---|");
        delays.mark();
        pause(10_000);
        report("polling alone");
        int letters = 8;
        each("typing in the search", runs * letters, 150, i -> type("guest-77", i % letters));
        fx(() -> search.clear());
        pause(2000);
        each("one scroll step", runs * 10, 40, i -> table.fireEvent(wheel()));
        each("one page", runs, 200, i -> press(KeyCode.PAGE_DOWN, false));
        each("sort", runs, SETTLE_MILLIS, this::sort);
        each("filter", runs, SETTLE_MILLIS, i -> search.setText(i % 2 == 0 ? "7" : ""));
        fx(() -> search.clear());
        pause(2000);
        each("select all", runs, SETTLE_MILLIS, i -> press(KeyCode.A, true));
        each("sort with all selected", runs, SETTLE_MILLIS, this::sort);
        each("a guest appears or vanishes, all selected", runs, 1200, this::appearOrVanish);
    }

    private int rows() {
        int[] rows = {0};
        fx(() -> rows[0] = table == null ? 0 : table.rows().size());
        return rows[0];
    }

    private void type(String word, int letter) {
        if (letter == 0) {
            search.clear();
        }
        search.appendText(word.substring(letter, letter + 1));
    }

    private void sort(int run) {
        List<GuestColumn> by = List.of(GuestColumn.CPU, GuestColumn.NAME, GuestColumn.MEMORY, GuestColumn.STATE);
        table.setColumnLayout(table.columnLayout().withSort(by.get(run % by.size()), run % 8 < 4));
    }

    /** Makes a guest as another one is, and deletes it again; what is selected stays so. */
    private void appearOrVanish(int run) {
        if (run % 2 == 0) {
            GuestKey model = table.rows().get(0).key();
            host.xml(model, DefinitionView.STORED)
                    .thenCompose(xml -> host.create(copy(xml)))
                    .thenAccept(key -> {
                        extra = key;
                        FxThread.run(() -> press(KeyCode.A, true));
                    });
        } else {
            host.delete(new DeleteRequest(extra, Set.of()));
        }
    }

    private static NewGuest copy(String xml) {
        String other = xml.replaceAll("<uuid>.*?</uuid>", "")
                .replaceAll("<name>.*?</name>", "<name>zz-extra</name>")
                .replaceAll("<mac address=.*?/>", "");
        return new NewGuest("zz-extra", List.of(), volumes -> other, false, true);
    }

    private void press(KeyCode code, boolean control) {
        table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static ScrollEvent wheel() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
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
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void each(String name, int times, long pauseMillis, IntConsumer action) {
        delays.mark();
        for (int i = 0; i < times; i++) {
            int run = i;
            fx(() -> action.accept(run));
            pause(pauseMillis);
        }
        report(name);
    }

    private void report(String name) {
        double[] p = delays.percentiles();
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.1f |%n", name, p[0], p[1], p[2], p[3]);
    }

    private static void fx(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        FxThread.run(() -> {
            action.run();
            done.countDown();
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
