package org.innkeeper.driver.test.facet;

import java.time.Duration;
import java.util.Set;

/**
 * What a connection is made to suffer from, so that a program can be tried on bad hosts.
 *
 * @param latency every call takes so long
 * @param failing operations that always fail, such as {@code domain.start}
 * @param dieAfter the host goes away so long after the connection was opened; null for never
 * @param hangAfter the host stops to answer so long after the connection was opened; null for never
 * @param jobTime saving, dumping, migrating and the like take so long
 * @param shutdownTime guests need so long to shut down
 */
public record Faults(
        Duration latency,
        Set<String> failing,
        Duration dieAfter,
        Duration hangAfter,
        Duration jobTime,
        Duration shutdownTime) {
    /** A host without faults. */
    public static final Faults NONE = new Faults(Duration.ZERO, Set.of(), null, null, Duration.ZERO, Duration.ZERO);

    public Faults {
        failing = Set.copyOf(failing);
    }
}
