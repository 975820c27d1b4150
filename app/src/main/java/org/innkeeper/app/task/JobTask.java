package org.innkeeper.app.task;

import javafx.concurrent.Task;
import org.innkeeper.app.job.Job;

/** A job as a task of the toolkit, for controls that show tasks. Its work is done elsewhere. For the FX thread. */
public final class JobTask extends Task<Void> {
    private final Job job;

    /** @param title what it does, in words */
    public JobTask(Job job, String title) {
        this.job = job;
        updateTitle(title);
        refresh();
    }

    public Job job() {
        return job;
    }

    /** Shows how far the job is by now. */
    public void refresh() {
        updateProgress(job.progress(), 1);
    }

    /** Says what is going on at the moment. */
    public void setMessage(String words) {
        updateMessage(words);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        job.cancel();
        return true;
    }

    @Override
    protected Void call() {
        throw new IllegalStateException("a job does its own work");
    }
}
