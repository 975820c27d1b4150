package org.innkeeper.core.api;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Makes the API's error of what a driver threw. */
final class Failures {
    private Failures() {}

    /** The error itself where it is one of ours; anything else is a mistake of the driver. */
    static InnkeeperException mapped(RuntimeException thrown, String providerId, String function) {
        if (thrown instanceof InnkeeperException error) {
            return error;
        }
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.INTERNAL_ERROR,
                                ErrorOrigin.NONE,
                                "the driver " + providerId + " failed unexpectedly in " + function + ": " + thrown)
                        .withDetail(providerId),
                thrown);
    }
}
