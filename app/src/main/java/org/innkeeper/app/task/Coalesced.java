package org.innkeeper.app.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An action that runs at most once per frame, however often it is asked for. */
public final class Coalesced {
    private static final long FRAME_NANOS = 16_000_000;

    /** Waits out the rest of a frame; a pulse timer of the toolkit would keep it painting when nothing happens. */
    private static final class Waiting {
        static final ScheduledThreadPoolExecutor TIMER = timer();

        private static ScheduledThreadPoolExecutor timer() {
            ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "frames");
                thread.setDaemon(true);
                return thread;
            });
            timer.setRemoveOnCancelPolicy(true);
            return timer;
        }
    }

    private final Runnable action;
    private final Executor target;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastRun = System.nanoTime() - FRAME_NANOS;

    Coalesced(Runnable action, Executor target) {
        this.action = action;
        this.target = target;
    }

    /** Asks for it to run soon; what changed before this call is seen by that run. */
    public void request() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        long rest = lastRun + FRAME_NANOS - System.nanoTime();
        if (rest <= 0) {
            target.execute(this::run);
        } else {
            Waiting.TIMER.schedule(() -> target.execute(this::run), rest, TimeUnit.NANOSECONDS);
        }
    }

    private void run() {
        lastRun = System.nanoTime();
        asked.set(false);
        action.run();
    }
}
