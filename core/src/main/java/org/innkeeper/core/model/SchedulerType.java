package org.innkeeper.core.model;

import java.util.Objects;

/**
 * Which scheduler a domain has: libvirt's {@code virDomainGetSchedulerType}.
 *
 * @param name such as {@code credit} or {@code posix}
 * @param parameterCount how many parameters it has
 */
public record SchedulerType(String name, int parameterCount) {
    public SchedulerType {
        Objects.requireNonNull(name, "name");
    }
}
