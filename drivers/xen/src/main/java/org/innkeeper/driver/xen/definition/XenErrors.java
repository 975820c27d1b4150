package org.innkeeper.driver.xen.definition;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The errors of definitions. */
public final class XenErrors {
    private XenErrors() {}

    /** A definition asks for what Xen, or this way to it, does not have. */
    public static InnkeeperException unsupported(String message) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.CONFIG_UNSUPPORTED, ErrorOrigin.XEN, message));
    }

    /** What one of Xen's tools says cannot be understood. */
    public static InnkeeperException malformed(ErrorOrigin origin, String message) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.PARSE_FAILED, origin, message));
    }
}
