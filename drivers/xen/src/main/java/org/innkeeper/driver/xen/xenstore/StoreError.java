package org.innkeeper.driver.xen.xenstore;

import java.util.Locale;
import org.innkeeper.core.error.ErrorCode;

/** The errors the xenstore names, by the names of the operating system's. */
public enum StoreError {
    /** The path is not there, or a part of it. */
    ENOENT(ErrorCode.OPERATION_FAILED, "is not there"),
    /** The path is not written right, or a value is not what the request wants. */
    EINVAL(ErrorCode.INVALID_ARG, "is not valid"),
    /** The path is not this user's or this domain's. */
    EACCES(ErrorCode.ACCESS_DENIED, "may not be used by this user"),
    EPERM(ErrorCode.ACCESS_DENIED, "may not be used by this user"),
    /** The socket is the one that only reads. */
    EROFS(ErrorCode.OPERATION_DENIED, "cannot be changed through the read-only socket"),
    /** A transaction met another one. */
    EAGAIN(ErrorCode.RESOURCE_BUSY, "was changed by someone else at the same time"),
    EBUSY(ErrorCode.RESOURCE_BUSY, "is in use"),
    EEXIST(ErrorCode.OPERATION_INVALID, "is there already"),
    EISCONN(ErrorCode.OPERATION_INVALID, "is there already"),
    EISDIR(ErrorCode.OPERATION_INVALID, "is a directory"),
    ENOMEM(ErrorCode.NO_MEMORY, "needs memory that xenstored does not have"),
    ENOSPC(ErrorCode.OPERATION_FAILED, "is over the quota of this user"),
    EQUOTA(ErrorCode.OPERATION_FAILED, "is over the quota of this user"),
    E2BIG(ErrorCode.OVERFLOW, "is longer than a message"),
    ENOSYS(ErrorCode.NO_SUPPORT, "needs a newer xenstored"),
    EIO(ErrorCode.SYSTEM_ERROR, "could not be read or written by xenstored"),
    /** One this list does not have. */
    UNKNOWN(ErrorCode.OPERATION_FAILED, "was refused");

    private final ErrorCode code;
    private final String meaning;

    StoreError(ErrorCode code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    ErrorCode code() {
        return code;
    }

    /** What it says of a path, as the end of a sentence. */
    String meaning() {
        return meaning;
    }

    /** The constant of a name from the wire, {@link #UNKNOWN} for others. */
    static StoreError ofName(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (StoreError error : values()) {
            if (error.name().equals(wanted)) {
                return error;
            }
        }
        return UNKNOWN;
    }
}
