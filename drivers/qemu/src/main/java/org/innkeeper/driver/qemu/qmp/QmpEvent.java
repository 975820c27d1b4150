package org.innkeeper.driver.qemu.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * Something QEMU told without being asked.
 *
 * @param name such as {@code SHUTDOWN}
 * @param data what it tells, an object that may be empty
 * @param micros when it happened, microseconds since 1970
 */
public record QmpEvent(String name, JsonNode data, long micros) {
    public QmpEvent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
    }
}
