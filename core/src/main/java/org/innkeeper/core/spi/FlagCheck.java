package org.innkeeper.core.spi;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Refuses flags a function does not know, as the rules of this package demand. */
final class FlagCheck {
    private FlagCheck() {}

    static void check(String what, long flags, long allowed) {
        long unknown = flags & ~allowed;
        if (unknown != 0) {
            throw new InnkeeperException(
                    ErrorCode.INVALID_ARG,
                    ErrorOrigin.NONE,
                    "unsupported flags (0x" + Long.toHexString(unknown) + ") in " + what);
        }
    }
}
