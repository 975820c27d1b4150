package org.innkeeper.app.session;

import java.util.Objects;

/**
 * An empty volume to make.
 *
 * @param pool the name of its pool
 * @param name its name in the pool
 * @param format {@code qcow2} or {@code raw}
 * @param capacity what a guest sees, bytes; at least 1
 */
public record NewVolume(String pool, String name, String format, long capacity) {
    public NewVolume {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1 byte");
        }
    }
}
