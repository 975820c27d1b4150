package org.innkeeper.core.model;

import java.util.Objects;
import java.util.UUID;

/** Names a virtual network; its UUID is the key within a host. */
public record NetworkRef(String name, UUID uuid) {
    public NetworkRef {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uuid, "uuid");
    }
}
