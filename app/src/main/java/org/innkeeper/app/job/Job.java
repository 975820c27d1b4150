package org.innkeeper.app.job;

import java.util.Objects;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;

/** Something that takes a while: how far it is, and a way to stop it. Safe for any thread. */
public final class Job {
    /** Where a job stands. */
    public enum State {
        RUNNING,
        /** Somebody cancelled it; what was made is being removed. */
        CANCELLING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean ended() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    private final JobKind kind;
    private final String object;
    private final CallContext call;
    private final Runnable changed;
    private volatile double progress = -1;
    private volatile State state = State.RUNNING;
    private volatile ErrorInfo error;

    Job(JobKind kind, String object, Runnable changed) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.object = Objects.requireNonNull(object, "object");
        this.changed = changed;
        this.call = CallContext.watchedBy(this::progress);
    }

    public JobKind kind() {
        return kind;
    }

    /** The name of what it works on. */
    public String object() {
        return object;
    }

    /** From 0 to 1, negative where it cannot be told. */
    public double progress() {
        return progress;
    }

    public State state() {
        return state;
    }

    /** Why it failed, or null. */
    public ErrorInfo error() {
        return error;
    }

    /** The context for the calls of this job: cancelled with it, and telling its progress. */
    public CallContext call() {
        return call;
    }

    /** Stops it as soon as it can be stopped; does nothing once it has ended. */
    public void cancel() {
        synchronized (this) {
            if (state != State.RUNNING) {
                return;
            }
            state = State.CANCELLING;
        }
        call.cancel();
        changed.run();
    }

    /** Tells how far it is, where the calls themselves do not. */
    public void progress(double value) {
        progress = value;
        changed.run();
    }

    /** Ends it well. */
    public void done() {
        end(State.DONE, null);
    }

    /** Ends it with an error; after {@link #cancel()} that is what was wanted. */
    public void failed(ErrorInfo why) {
        end(state == State.CANCELLING ? State.CANCELLED : State.FAILED, why);
    }

    private void end(State last, ErrorInfo why) {
        synchronized (this) {
            if (state.ended()) {
                return;
            }
            error = why;
            state = last;
        }
        changed.run();
    }
}
