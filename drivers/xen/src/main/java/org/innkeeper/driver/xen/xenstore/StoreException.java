package org.innkeeper.driver.xen.xenstore;

import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The xenstore answered a request with an error. Whether a path is missing or a transaction met another, callers ask. */
public final class StoreException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    private final StoreError error;

    StoreException(StoreError error, String name, String path) {
        super(ErrorInfo.of(
                        error.code(),
                        ErrorOrigin.XENSTORE,
                        "In the xenstore, '" + path + "' " + error.meaning() + " (" + name + ")")
                .withDetail(path));
        this.error = error;
    }

    /** What it is, for those that do something about it. */
    public StoreError error() {
        return error;
    }
}
