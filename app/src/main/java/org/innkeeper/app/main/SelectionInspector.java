package org.innkeeper.app.main;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestSnapshot;

/** What the inspector says about several guests: totals, and the actions for all of them. */
final class SelectionInspector extends VBox {
    private static final List<AppAction> ACTIONS = List.of(
            AppAction.RUN,
            AppAction.PAUSE,
            AppAction.RESUME,
            AppAction.SHUT_DOWN,
            AppAction.REBOOT,
            AppAction.FORCE_OFF,
            AppAction.DELETE);

    private final Texts texts;
    private final Label title = new Label();
    private final Label running = new Label();
    private final Label cpu = new Label();
    private final Label memory = new Label();
    private final Label disk = new Label();
    private final Label network = new Label();

    SelectionInspector(Texts texts, ActionItems items) {
        this.texts = texts;
        getStyleClass().add("inspector-content");
        title.getStyleClass().add("inspector-name");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        row(grid, "main.many.running", running);
        row(grid, "main.many.cpu", cpu);
        row(grid, "main.many.memory", memory);
        row(grid, "main.many.disk", disk);
        row(grid, "main.many.network", network);
        VBox buttons = new VBox(4);
        for (AppAction action : ACTIONS) {
            ActionButton made = items.button(action);
            made.button().setId("inspect-all-" + action.name());
            made.button().setMaxWidth(Double.MAX_VALUE);
            made.button().getStyleClass().addAll("flat", "wide-action");
            buttons.getChildren().add(made);
        }
        getChildren().addAll(title, grid, buttons);
    }

    private void row(GridPane grid, String key, Label value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(value, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), name, value);
    }

    void show(List<GuestSnapshot> guests) {
        int active = 0;
        double busy = Double.NaN;
        long used = 0;
        double io = Double.NaN;
        double traffic = Double.NaN;
        for (GuestSnapshot guest : guests) {
            active += guest.running() ? 1 : 0;
            busy = add(busy, guest.rates().hostCpu());
            used += Math.max(0, guest.rates().memoryUsedKiB());
            io = add(io, guest.rates().diskBytesPerSecond());
            traffic = add(traffic, guest.rates().networkBytesPerSecond());
        }
        title.setText(texts.count("main.many.title", guests.size()));
        running.setText(texts.get("main.many.runningOf", active, guests.size()));
        cpu.setText(Quantities.percent(busy));
        memory.setText(Quantities.kibibytes(used));
        disk.setText(Quantities.rate(io));
        network.setText(Quantities.rate(traffic));
    }

    private static double add(double sum, double more) {
        if (Double.isNaN(more)) {
            return sum;
        }
        return Double.isNaN(sum) ? more : sum + more;
    }
}
