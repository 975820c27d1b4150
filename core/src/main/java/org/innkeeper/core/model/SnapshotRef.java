package org.innkeeper.core.model;

import java.util.Objects;

/** Names a snapshot; domain and name are the key within a host. */
public record SnapshotRef(DomainRef domain, String name) {
    public SnapshotRef {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(name, "name");
    }
}
