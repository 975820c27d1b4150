package org.innkeeper.app.session.host;

import java.time.Duration;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.job.JobKind;
import org.innkeeper.app.job.JobList;

/** An opening that takes longer than a blink becomes a job: it is seen, and can be cancelled. */
final class SlowOpening {
    private static final Duration BLINK = Duration.ofSeconds(1);

    private final JobList jobs;
    private final String host;
    private final Runnable cancel;
    private final Runnable takeBack;
    private Job job;
    private boolean over;

    /** @param cancel gives the opening up; must not block */
    SlowOpening(Timer timer, JobList jobs, String host, Runnable cancel) {
        this.jobs = jobs;
        this.host = host;
        this.cancel = cancel;
        takeBack = timer.schedule(this::begin, BLINK);
    }

    private synchronized void begin() {
        if (!over) {
            job = jobs.begin(JobKind.CONNECT_HOST, host);
            job.call().onCancel(cancel);
        }
    }

    /** It is open, or failed. */
    synchronized void end() {
        over = true;
        takeBack.run();
        if (job != null) {
            job.done();
        }
    }
}
