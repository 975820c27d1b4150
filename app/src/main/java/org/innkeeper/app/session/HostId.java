package org.innkeeper.app.session;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a host for as long as it is kept: given when it was added, never derived from its URI.
 *
 * @param value opaque text, unique among the hosts of this program
 */
public record HostId(String value) {
    public HostId {
        Objects.requireNonNull(value, "value");
    }

    /** An id for a host that is added now. */
    public static HostId random() {
        return new HostId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof HostId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
