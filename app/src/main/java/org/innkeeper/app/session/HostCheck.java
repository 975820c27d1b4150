package org.innkeeper.app.session;

import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * A check of a connection that is under way. Safe for any thread.
 *
 * @param ended completes when the last step was told; fails only where the check itself could not go on
 * @param cancellation ends it
 */
public record HostCheck(CompletionStage<Void> ended, Runnable cancellation) {
    public HostCheck {
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(cancellation, "cancellation");
    }

    /** Ends it: what it waits for is given up. Returns at once; calling it again does nothing. */
    public void cancel() {
        cancellation.run();
    }
}
