package org.innkeeper.core.model;

import java.util.Objects;
import java.util.UUID;

/** Names a storage pool; its UUID is the key within a host. */
public record StoragePoolRef(String name, UUID uuid) {
    public StoragePoolRef {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uuid, "uuid");
    }
}
