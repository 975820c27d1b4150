package org.innkeeper.driver.remote;

import java.time.Duration;
import org.innkeeper.core.spi.CallContext;

/** A part of a call that may take less time than the whole, and is cancelled with it. */
final class Patience implements AutoCloseable {
    private final CallContext part;
    private final Runnable forget;

    Patience(CallContext whole, Duration limit) {
        part = CallContext.within(
                limit.compareTo(Duration.ofNanos(whole.remainingNanos())) < 0
                        ? limit
                        : Duration.ofNanos(whole.remainingNanos()));
        forget = whole.onCancel(part::cancel);
    }

    CallContext call() {
        return part;
    }

    @Override
    public void close() {
        forget.run();
    }
}
