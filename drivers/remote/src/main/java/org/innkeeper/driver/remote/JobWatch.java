package org.innkeeper.driver.remote;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.JobInfo;
import org.innkeeper.core.spi.CallContext;

/** Watches the job of a long call on the side: tells its progress, and aborts it when the call is cancelled. */
final class JobWatch {
    private static final System.Logger LOG = System.getLogger(JobWatch.class.getName());
    private static final long INTERVAL_MILLIS = 400;

    private final RemoteJobs jobs;

    JobWatch(RemoteJobs jobs) {
        this.jobs = jobs;
    }

    /** Makes the call and watches its job meanwhile. */
    <T> T watch(CallContext context, DomainRef domain, Supplier<T> call) {
        CountDownLatch done = new CountDownLatch(1);
        Thread watcher = new Thread(() -> watchUntil(done, context, domain), "job of " + domain.name());
        watcher.setDaemon(true);
        watcher.start();
        Runnable forget = context.onCancel(() -> abortAside(domain));
        try {
            T result = call.get();
            done.countDown();
            context.progress().progress(1);
            return result;
        } finally {
            forget.run();
            done.countDown();
        }
    }

    private void watchUntil(CountDownLatch done, CallContext context, DomainRef domain) {
        try {
            while (!done.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS) && !context.isCancelled()) {
                JobInfo job = jobs.job(CallContext.create(), domain);
                if (job.type() != JobInfo.NONE && done.getCount() > 0) {
                    context.progress().progress(progress(job));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InnkeeperException e) {
            // The call itself tells what matters; without job information there is only no progress.
            LOG.log(System.Logger.Level.DEBUG, "no progress of the job of {0}: {1}", domain.name(), e.getMessage());
        }
    }

    private static double progress(JobInfo job) {
        return job.dataTotal() > 0 ? Math.min(1, (double) job.dataProcessed() / job.dataTotal()) : -1;
    }

    /** Whoever cancels must not wait for the host. */
    private void abortAside(DomainRef domain) {
        Thread aborter = new Thread(
                () -> {
                    try {
                        jobs.abort(CallContext.create(), domain);
                    } catch (InnkeeperException e) {
                        LOG.log(
                                System.Logger.Level.DEBUG,
                                "the job of {0} could not be aborted: {1}",
                                domain.name(),
                                e.getMessage());
                    }
                },
                "abort job of " + domain.name());
        aborter.setDaemon(true);
        aborter.start();
    }
}
