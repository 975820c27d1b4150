package org.innkeeper.core.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorInfo;

/**
 * What a caller says about one call: how long it may take, that it is not wanted any more, and who is told how far it
 * is. Safe for any thread.
 */
public final class CallContext {
    private static final ProgressListener SILENT = progress -> {};

    private final long deadline;
    private final ProgressListener progress;
    private final CopyOnWriteArrayList<Runnable> cancelActions = new CopyOnWriteArrayList<>();
    private final Consumer<ErrorInfo> warnings;
    private volatile boolean cancelled;
    private volatile Runnable release = () -> {};

    private CallContext(long deadline, ProgressListener progress) {
        this(deadline, progress, warning -> {});
    }

    private CallContext(long deadline, ProgressListener progress, Consumer<ErrorInfo> warnings) {
        this.deadline = deadline;
        this.progress = progress;
        this.warnings = warnings;
    }

    /** A call without limit that nobody watches. A new one each time, since each can be cancelled. */
    public static CallContext create() {
        return new CallContext(Long.MAX_VALUE, SILENT);
    }

    /** A call that may take so long. */
    public static CallContext within(Duration limit) {
        return new CallContext(System.nanoTime() + limit.toNanos(), SILENT);
    }

    /** A call without limit whose progress is listened to. */
    public static CallContext watchedBy(ProgressListener listener) {
        return new CallContext(Long.MAX_VALUE, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * A context for one part of this call: it has the same limit and progress and is cancelled with this one, but can be
     * cancelled alone. Call {@link #release()} when the part is over.
     *
     * @param warningListener is told the warnings of the part, on the thread that raises them
     */
    public CallContext derive(Consumer<ErrorInfo> warningListener) {
        CallContext part =
                new CallContext(deadline, progress, Objects.requireNonNull(warningListener, "warningListener"));
        part.release = onCancel(part::cancel);
        return part;
    }

    /** Takes a derived context off the one it was made from; does nothing for others. */
    public void release() {
        release.run();
    }

    /** Tells the caller something that is not as it should be but does not stop the call. Must not be called under a lock. */
    public void warn(ErrorInfo warning) {
        warnings.accept(warning);
    }

    /** Ends the wait of the call. Calling it again does nothing. */
    public void cancel() {
        cancelled = true;
        for (Runnable action : cancelActions) {
            if (cancelActions.remove(action)) {
                action.run();
            }
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Whether the call has a deadline. */
    public boolean isLimited() {
        return deadline != Long.MAX_VALUE;
    }

    /** Nanoseconds until the deadline, 0 when it has passed, {@link Long#MAX_VALUE} when there is none. */
    public long remainingNanos() {
        return isLimited() ? Math.max(0, deadline - System.nanoTime()) : Long.MAX_VALUE;
    }

    /**
     * Fails when the call is cancelled or out of time; for loops between steps.
     *
     * @param operation what is being done, for the message
     */
    public void check(String operation) {
        if (cancelled) {
            throw CallCancelledException.cancelled(operation);
        }
        if (remainingNanos() == 0) {
            throw CallCancelledException.timedOut(operation);
        }
    }

    /**
     * Runs {@code action} on the cancelling thread once the call is cancelled, at once when it is already. The action
     * must not block.
     *
     * @return takes the action back; call it when the wait is over
     */
    public Runnable onCancel(Runnable action) {
        cancelActions.add(action);
        if (cancelled && cancelActions.remove(action)) {
            action.run();
        }
        return () -> cancelActions.remove(action);
    }

    public ProgressListener progress() {
        return progress;
    }
}
