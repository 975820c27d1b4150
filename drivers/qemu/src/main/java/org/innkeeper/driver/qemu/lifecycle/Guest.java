package org.innkeeper.driver.qemu.lifecycle;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.spi.CallContext;

/** One guest: an immutable view that is exchanged, and a lock under which one change at a time is made. */
public final class Guest {
    private static final long LOCK_CHECK_MILLIS = 100;

    private final UUID uuid;
    private final ReentrantLock job = new ReentrantLock();
    private volatile GuestView view;

    Guest(GuestView view) {
        this.uuid = view.uuid();
        this.view = view;
    }

    public UUID uuid() {
        return uuid;
    }

    /** How it is now. Does not block. */
    public GuestView view() {
        return view;
    }

    /** Exchanges the view; never waits for anything that takes time. */
    synchronized GuestView update(UnaryOperator<GuestView> change) {
        view = change.apply(view);
        return view;
    }

    /** Does something as the only one who changes this guest. */
    public <T> T exclusively(CallContext context, String action, Supplier<T> work) {
        lock(context, action);
        try {
            return work.get();
        } finally {
            job.unlock();
        }
    }

    private void lock(CallContext context, String action) {
        try {
            while (!job.tryLock(LOCK_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                context.check(action + " domain '" + view.name() + "' (another job is under way)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(action);
        }
    }

    /** The run, or an error saying that there is none. */
    public ActiveRun requireRun() {
        return view.run().orElseThrow(() -> GuestErrors.wrongState(this, "is not running"));
    }

    @Override
    public String toString() {
        return "Guest " + view.name();
    }
}
