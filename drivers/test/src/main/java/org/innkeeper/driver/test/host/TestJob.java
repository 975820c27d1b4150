package org.innkeeper.driver.test.host;

import java.util.List;
import org.innkeeper.core.model.JobInfo;

/** A job of a domain that takes time. Safe for any thread. */
public final class TestJob {
    private final String operation;
    private final long begun;
    private final long duration;
    private final long bytes;
    private volatile boolean aborted;

    /**
     * @param begun nanoseconds of the host's clock
     * @param duration nanoseconds
     * @param bytes how much there is to move
     */
    TestJob(String operation, long begun, long duration, long bytes) {
        this.operation = operation;
        this.begun = begun;
        this.duration = duration;
        this.bytes = bytes;
    }

    public String operation() {
        return operation;
    }

    public void abort() {
        aborted = true;
    }

    public boolean isAborted() {
        return aborted;
    }

    /** From 0 to 1. */
    public double progress(long now) {
        return duration == 0 ? 1 : Math.min(1, Math.max(0, (double) (now - begun) / duration));
    }

    public JobInfo info(long now) {
        long moved = (long) (progress(now) * bytes);
        return new JobInfo(JobInfo.BOUNDED, (now - begun) / 1_000_000, bytes, moved, bytes - moved, List.of());
    }
}
