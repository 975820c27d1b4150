package org.innkeeper.app.session;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * How often hosts are asked, and for what.
 *
 * @param interval between two ticks; at least 250 ms
 * @param groups which statistics are read; the state always is
 */
public record PollingSettings(Duration interval, Set<Group> groups) {
    /** Statistics that can be left out. */
    public enum Group {
        CPU,
        MEMORY,
        DISK,
        NETWORK
    }

    private static final Duration SHORTEST = Duration.ofMillis(250);

    public PollingSettings {
        Objects.requireNonNull(interval, "interval");
        if (interval.compareTo(SHORTEST) < 0) {
            interval = SHORTEST;
        }
        groups = Set.copyOf(groups);
    }

    /** Everything, each second. */
    public static PollingSettings standard() {
        return new PollingSettings(Duration.ofSeconds(1), EnumSet.allOf(Group.class));
    }
}
