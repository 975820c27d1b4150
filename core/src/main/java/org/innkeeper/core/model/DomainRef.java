package org.innkeeper.core.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a domain, as libvirt's {@code remote_nonnull_domain} does. Two references are the same domain when their UUIDs
 * are equal; name and id are what they were when the reference was made.
 *
 * @param name the name
 * @param uuid the key within a host
 * @param id the run-time id, -1 when inactive; a new id means a new run, so counters start again
 */
public record DomainRef(String name, UUID uuid, int id) {
    /** The id of an inactive domain. */
    public static final int INACTIVE = -1;

    public DomainRef {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uuid, "uuid");
    }

    public boolean active() {
        return id != INACTIVE;
    }
}
