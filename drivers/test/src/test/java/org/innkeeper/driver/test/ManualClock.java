package org.innkeeper.driver.test;

import java.time.Duration;
import org.innkeeper.driver.test.hook.HostClock;

/** A clock that stands still until it is moved. */
final class ManualClock implements HostClock {
    private long nanos = 1_000_000_000L;

    synchronized void advance(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public synchronized long wallMillis() {
        return 1_750_000_000_000L + nanos / 1_000_000;
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }
}
