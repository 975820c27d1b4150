package org.innkeeper.core.model;

import java.util.Objects;

/**
 * Names a storage volume; pool and name are the key within a host.
 *
 * @param pool the name of its pool
 * @param name its name in the pool
 * @param key the key the driver gives it, unique over all pools; for a file its path
 */
public record VolumeRef(String pool, String name, String key) {
    public VolumeRef {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
