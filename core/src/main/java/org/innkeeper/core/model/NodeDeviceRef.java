package org.innkeeper.core.model;

import java.util.Objects;

/** Names a device of the host; the name is the key within a host. */
public record NodeDeviceRef(String name) {
    public NodeDeviceRef {
        Objects.requireNonNull(name, "name");
    }
}
