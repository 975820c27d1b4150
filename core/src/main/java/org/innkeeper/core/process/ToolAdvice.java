package org.innkeeper.core.process;

import java.util.Objects;
import org.innkeeper.core.error.ErrorOrigin;

/**
 * Whose a tool's errors are, and what helps against them.
 *
 * @param origin the driver
 * @param missing the remedy when the tool cannot be started
 * @param hanging the remedy when it did not end in time
 */
public record ToolAdvice(ErrorOrigin origin, String missing, String hanging) {
    public ToolAdvice {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(hanging, "hanging");
    }
}
