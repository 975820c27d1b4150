package org.innkeeper.app.main;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.table.ScopeTotals;
import org.innkeeper.app.task.Coalesced;
import org.innkeeper.app.task.FxThread;

/** The line at the bottom: totals, what is being done, what went wrong. */
final class StatusLine extends HBox implements AutoCloseable {
    private final AppContext context;
    private final Texts texts;
    private final Label totals = new Label();
    private final HBox jobs = new HBox(16);
    private final Button problems = new Button();
    private final List<Runnable> endings;

    StatusLine(AppContext context) {
        this.context = context;
        this.texts = context.texts();
        setId("status");
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        totals.setId("status-totals");
        totals.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        jobs.setAlignment(Pos.CENTER_RIGHT);
        problems.setId("status-problems");
        problems.getStyleClass().addAll("flat", "problem-button");
        problems.setGraphic(Icons.action("mdi2a-alert-circle-outline", 16));
        problems.setOnAction(event -> new ProblemsPopup(context).show(problems));
        getChildren().addAll(totals, gap, jobs, problems);
        Coalesced showJobs = FxThread.coalesce(this::showJobs);
        Coalesced showProblems = FxThread.coalesce(this::showProblems);
        endings = List.of(
                context.jobs().listen(showJobs::request), context.problems().listen(showProblems::request));
        showJobs();
        showProblems();
    }

    void show(ScopeTotals now) {
        String text = texts.get("main.status.running", now.running(), now.guests());
        if (!Double.isNaN(now.cpu())) {
            text += "  ·  " + texts.get("main.status.cpu", Quantities.percent(now.cpu()));
        }
        if (now.memoryTotalKiB() > 0) {
            text += "  ·  "
                    + texts.get(
                            "main.status.memory",
                            Quantities.kibibytes(now.memoryUsedKiB()),
                            Quantities.kibibytes(now.memoryTotalKiB()));
        }
        if (!text.equals(totals.getText())) {
            totals.setText(text);
        }
    }

    private void showJobs() {
        jobs.getChildren()
                .setAll(context.jobs().jobs().stream().limit(3).map(this::job).toList());
    }

    private HBox job(Job job) {
        Label title = new Label(texts.get("job." + job.kind().name(), job.object()));
        ProgressBar bar = new ProgressBar(job.progress());
        bar.setPrefWidth(96);
        HBox line = new HBox(8, title, bar);
        line.setAlignment(Pos.CENTER_LEFT);
        if (job.progress() >= 0) {
            line.getChildren().add(new Label(Quantities.percent(job.progress())));
        }
        Button cancel = new Button(null, Icons.action("mdi2c-close", 14));
        cancel.getStyleClass().addAll("flat", "small-button");
        cancel.setAccessibleText(texts.get("main.status.cancel", title.getText()));
        cancel.setTooltip(new Tooltip(texts.get("main.status.cancel", title.getText())));
        cancel.setDisable(job.state() != Job.State.RUNNING);
        cancel.setOnAction(event -> job.cancel());
        line.getChildren().add(cancel);
        return line;
    }

    private void showProblems() {
        int count = context.problems().problems().size();
        problems.setVisible(count > 0);
        problems.setManaged(count > 0);
        problems.setText(count == 0 ? "" : texts.count("main.status.problems", count));
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
