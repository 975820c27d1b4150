package org.innkeeper.app.main;

import java.util.List;
import javafx.scene.Node;
import org.controlsfx.control.TaskProgressView;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Bubble;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.task.JobTask;

/** The list behind the jobs that run: each with its progress and a way to cancel it. For the FX thread. */
final class JobsBubble {
    private static final double WIDTH = 400;
    private static final double LINE = 76;
    private static final int FEW = 5;

    private final AppContext context;
    private final TaskProgressView<JobTask> view = new TaskProgressView<>();
    private final Bubble bubble;

    JobsBubble(AppContext context) {
        this.context = context;
        view.setId("jobs");
        view.setGraphicFactory(task -> Icons.action("mdi2c-cog-outline", 20));
        bubble = new Bubble(view);
        refresh();
    }

    /** Opens above the button. */
    void show(Node button) {
        bubble.showAbove(button);
    }

    boolean isShowing() {
        return bubble.isShowing();
    }

    /** Shows what runs by now; goes with the last job. */
    void refresh() {
        List<Job> jobs = context.jobs().jobs();
        view.getTasks().removeIf(task -> !jobs.contains(task.job()));
        List<Job> shown = view.getTasks().stream().map(JobTask::job).toList();
        jobs.stream().filter(job -> !shown.contains(job)).forEach(job -> view.getTasks()
                .add(new JobTask(job, context.text("job." + job.kind().name(), job.object()))));
        view.getTasks().forEach(this::refresh);
        view.setPrefSize(WIDTH, LINE * Math.max(1, Math.min(jobs.size(), FEW)) + 8);
        if (jobs.isEmpty()) {
            bubble.hide();
        }
    }

    private void refresh(JobTask task) {
        task.refresh();
        Job job = task.job();
        task.setMessage(
                job.state() == Job.State.CANCELLING
                        ? context.text("main.status.cancelling")
                        : job.progress() < 0
                                ? context.text("main.status.working")
                                : Quantities.percent(job.progress()));
    }
}
