package org.innkeeper.app.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The jobs that run. Safe for any thread. */
public final class JobList {
    private final CopyOnWriteArrayList<Job> jobs = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();

    /** Begins a job; whoever does its work ends it with {@link Job#done()} or {@link Job#failed}. */
    public Job begin(JobKind kind, String object) {
        Job job = new Job(kind, object, this::changed);
        jobs.add(job);
        listeners.fire();
        return job;
    }

    /** In the order they began. */
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /** Whether something would be lost if the program ended now. */
    public boolean busy() {
        return jobs.stream().anyMatch(job -> job.kind().loses() && !job.state().ended());
    }

    /**
     * Tells about each change, on the thread that made it; coalesce before touching the screen.
     *
     * @return ends the telling
     */
    public Runnable listen(Runnable listener) {
        return listeners.add(listener);
    }

    /** Jobs that ended leave the list at once: what failed is told by the list of problems. */
    private void changed() {
        jobs.removeIf(job -> job.state().ended());
        listeners.fire();
    }
}
