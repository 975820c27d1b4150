package org.innkeeper.app.session.host;

import java.time.Duration;

/** How long to wait before a lost host is tried again: 1 s, twice as long each time, at most 60 s. For one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        Duration twice = wait.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return wait;
    }

    /** The host answered. */
    void reset() {
        next = FIRST;
    }
}
