package org.innkeeper.app.main;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.table.GuestRows;
import org.innkeeper.app.table.ScopeTotals;

/** What the inspector says while nothing is selected: the host or all hosts in the scope. */
final class ScopeInspector extends VBox {
    private final Texts texts;
    private final Label title = new Label();
    private final Label uri = new Label();
    private final Label readOnly;
    private final Label problem = new Label();
    private final Meter cpu;
    private final Meter memory;
    private final Label guests = new Label();
    private final Label machine = new Label();
    private final Label memoryText = new Label();

    ScopeInspector(Texts texts) {
        this.texts = texts;
        readOnly = new Label(texts.get("main.scope.readOnly"), Icons.action("mdi2l-lock-outline", 16));
        cpu = new Meter(texts.get("main.host.cpu"), "cpu");
        memory = new Meter(texts.get("main.host.memory"), "memory");
        getStyleClass().add("inspector-content");
        title.getStyleClass().add("inspector-name");
        uri.getStyleClass().add("quiet");
        uri.setWrapText(true);
        problem.getStyleClass().add("problem-text");
        problem.setWrapText(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        row(grid, "main.scope.guests", guests);
        row(grid, "main.scope.machine", machine);
        row(grid, "main.fact.memory", memoryText);
        Label hint = new Label(texts.get("main.scope.hint"));
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        readOnly.setWrapText(true);
        getChildren().addAll(title, uri, readOnly, problem, cpu, memory, grid, hint);
    }

    private void row(GridPane grid, String key, Label value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("quiet");
        name.setMinWidth(USE_PREF_SIZE);
        value.setWrapText(true);
        GridPane.setHgrow(value, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), name, value);
    }

    void show(GuestRows rows) {
        HostSnapshot host = rows.query().scope() == null
                ? null
                : rows.hosts().get(rows.query().scope());
        ScopeTotals totals = rows.totals();
        title.setText(host == null ? texts.get("main.scope.all") : host.label());
        uri.setText(
                host == null
                        ? texts.count(
                                "main.scope.hostCount", rows.fleet().hosts().size())
                        : host.uri());
        boolean trouble = host != null && host.problem() != null;
        problem.setManaged(trouble);
        problem.setVisible(trouble);
        readOnly.setManaged(host != null && host.readOnly());
        readOnly.setVisible(host != null && host.readOnly());
        problem.setText(trouble ? ProblemText.sentence(host.problem()) : "");
        cpu.show(totals.cpu());
        memory.show(
                totals.memoryTotalKiB() == 0 ? Double.NaN : (double) totals.memoryUsedKiB() / totals.memoryTotalKiB());
        guests.setText(texts.get("main.many.runningOf", totals.running(), totals.guests()));
        machine.setText(processors(host, totals));
        memoryText.setText(Quantities.kibibytes(totals.memoryTotalKiB() == 0 ? -1 : totals.memoryTotalKiB()));
    }

    private String processors(HostSnapshot host, ScopeTotals totals) {
        if (host != null && host.node() != null) {
            return texts.get("main.scope.cpus", host.node().model(), host.node().cpus());
        }
        return totals.cpus() == 0 ? Quantities.ABSENT : Integer.toString(totals.cpus());
    }
}
