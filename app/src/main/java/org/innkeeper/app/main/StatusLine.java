package org.innkeeper.app.main;

import java.util.List;
import javafx.scene.control.Button;
import org.controlsfx.control.StatusBar;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.table.ScopeTotals;
import org.innkeeper.app.task.Coalesced;
import org.innkeeper.app.task.FxThread;

/** The line at the bottom: totals, what is being done, what went wrong. */
final class StatusLine extends StatusBar implements AutoCloseable {
    private final AppContext context;
    private final Texts texts;
    private final Button jobs = new Button();
    private final Button cancel = new Button(null, Icons.action("mdi2c-close", 14));
    private final Button problems = new Button();
    private final List<Runnable> endings;
    private JobsBubble list;

    StatusLine(AppContext context) {
        this.context = context;
        this.texts = context.texts();
        setId("status");
        getStyleClass().add("status-line");
        setText("");
        jobs.setId("status-jobs");
        jobs.getStyleClass().add("flat");
        jobs.setOnAction(event -> showList());
        cancel.setId("status-cancel");
        cancel.getStyleClass().addAll("flat", "small-button");
        problems.setId("status-problems");
        problems.getStyleClass().addAll("flat", "problem-button");
        problems.setGraphic(Icons.action("mdi2a-alert-circle-outline", 16));
        problems.setOnAction(event -> new ProblemsBubble(context).show(problems));
        Coalesced showJobs = FxThread.coalesce(this::showJobs);
        Coalesced showProblems = FxThread.coalesce(this::showProblems);
        endings = List.of(
                context.jobs().listen(showJobs::request), context.problems().listen(showProblems::request));
        showItems();
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
        setText(text);
    }

    private void showJobs() {
        List<Job> running = context.jobs().jobs();
        setProgress(progress(running));
        if (running.size() == 1) {
            Job job = running.get(0);
            String title = texts.get("job." + job.kind().name(), job.object());
            jobs.setText(title);
            cancel.setAccessibleText(texts.get("main.status.cancel", title));
            cancel.setDisable(job.state() != Job.State.RUNNING);
            cancel.setOnAction(event -> job.cancel());
        } else {
            jobs.setText(texts.count("main.status.jobs", running.size()));
        }
        if (list != null && list.isShowing()) {
            list.refresh();
        }
        showItems();
    }

    /** Of all jobs; negative where one cannot tell, 0 where there is none. */
    private static double progress(List<Job> running) {
        if (running.stream().anyMatch(job -> job.progress() < 0)) {
            return -1;
        }
        // A bar at exactly 0 would not be shown at all.
        return running.isEmpty()
                ? 0
                : Math.max(
                        0.001,
                        running.stream().mapToDouble(Job::progress).average().orElse(0));
    }

    private void showList() {
        list = new JobsBubble(context);
        list.show(jobs);
    }

    private void showProblems() {
        int count = context.problems().problems().size();
        problems.setText(count == 0 ? "" : texts.count("main.status.problems", count));
        showItems();
    }

    /** What has nothing to say takes no room. */
    private void showItems() {
        int running = context.jobs().jobs().size();
        List<Button> shown = new java.util.ArrayList<>();
        if (running > 0) {
            shown.add(jobs);
        }
        if (running == 1) {
            shown.add(cancel);
        }
        if (!problems.getText().isEmpty()) {
            shown.add(problems);
        }
        if (!getRightItems().equals(shown)) {
            getRightItems().setAll(shown);
        }
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
