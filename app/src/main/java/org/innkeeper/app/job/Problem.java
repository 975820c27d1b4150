package org.innkeeper.app.job;

import java.time.Instant;
import java.util.Objects;
import org.innkeeper.core.error.ErrorInfo;

/**
 * Something that went wrong and waits to be seen.
 *
 * @param time when
 * @param error what
 */
public record Problem(Instant time, ErrorInfo error) {
    public Problem {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(error, "error");
    }
}
