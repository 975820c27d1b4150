package org.innkeeper.app.session.host;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of all sessions: daemons that come as they are needed and go when they are idle, and one timer.
 *
 * @param pool for calls that block
 * @param timer for what comes later
 * @param clock the time of day
 */
record Workers(Executor pool, Timer timer, Clock clock) {
    private static final long IDLE_SECONDS = 30;

    static Workers standard() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("session"));
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemons("session-timer"));
        timer.setRemoveOnCancelPolicy(true);
        return new Workers(
                pool,
                (action, delay) -> {
                    ScheduledFuture<?> scheduled = timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
                    return () -> scheduled.cancel(false);
                },
                Clock.systemUTC());
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
