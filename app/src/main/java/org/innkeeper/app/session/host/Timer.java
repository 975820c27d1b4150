package org.innkeeper.app.session.host;

import java.time.Duration;

/** Runs something later. What it runs must not block. */
@FunctionalInterface
interface Timer {
    /** @return takes it back; does nothing once it ran */
    Runnable schedule(Runnable action, Duration delay);
}
