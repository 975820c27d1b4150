package org.innkeeper.app.settings;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorInfo;

/** Saves a moment after a change, once for all changes of that moment, away from the thread that made them. */
final class DelayedSave implements AutoCloseable {
    private static final long DELAY_MILLIS = 400;

    private final Runnable save;
    private final Consumer<ErrorInfo> problems;
    private final AtomicBoolean dirty = new AtomicBoolean();
    private ScheduledThreadPoolExecutor timer;

    DelayedSave(Runnable save, Consumer<ErrorInfo> problems) {
        this.save = save;
        this.problems = problems;
    }

    void request() {
        if (dirty.compareAndSet(false, true)) {
            timer().schedule(this::flush, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "settings");
                thread.setDaemon(true);
                return thread;
            });
        }
        return timer;
    }

    /** Saves now when there is something to save; one save at a time, so that the last one wins. */
    synchronized void flush() {
        if (dirty.compareAndSet(true, false)) {
            try {
                save.run();
            } catch (SaveFailure e) {
                problems.accept(e.info());
            }
        }
    }

    @Override
    public synchronized void close() {
        flush();
        if (timer != null) {
            timer.shutdown();
        }
    }
}
