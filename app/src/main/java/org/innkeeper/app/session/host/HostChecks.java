package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.innkeeper.app.session.HostCheck;
import org.innkeeper.core.spi.CallContext;

/** Runs checks beside everything else. */
final class HostChecks {
    /** Long enough to answer questions, short enough that a host which says nothing is told as such. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private HostChecks() {}

    /** @param check blocks; told on a thread of its own */
    static HostCheck start(Workers workers, Consumer<CallContext> check) {
        CallContext call = CallContext.within(LIMIT);
        CompletionStage<Void> ended = new Lane(workers.pool(), 1).submit(() -> {
            check.accept(call);
            return null;
        });
        return new HostCheck(ended, call::cancel);
    }
}
