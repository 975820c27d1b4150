package org.innkeeper.driver.storage.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/** Errors of pools and volumes, each with the object and, where there is one, the remedy. */
public final class StorageErrors {
    private StorageErrors() {}

    public static InnkeeperException pool(ErrorCode code, String pool, String message, String remedy) {
        return of(code, ErrorSubject.of(ErrorSubject.Kind.STORAGE_POOL, pool), message, remedy, null);
    }

    public static InnkeeperException volume(ErrorCode code, String volume, String message, String remedy) {
        return of(code, ErrorSubject.of(ErrorSubject.Kind.STORAGE_VOLUME, volume), message, remedy, null);
    }

    /** An error of a volume that another exception led to. */
    static InnkeeperException volume(String volume, String message, String remedy, Exception cause) {
        ErrorSubject subject = ErrorSubject.of(ErrorSubject.Kind.STORAGE_VOLUME, volume);
        return of(ErrorCode.OPERATION_FAILED, subject, message, remedy, cause);
    }

    /** A file of the host could not be read, written or made. */
    public static InnkeeperException file(Path file, String what, Exception cause) {
        return of(
                ErrorCode.SYSTEM_ERROR,
                ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()),
                what + " " + file + " failed: " + reason(cause),
                remedy(cause),
                cause);
    }

    private static String reason(Exception cause) {
        return cause instanceof IOException io ? IoReason.of(io) : cause.getMessage();
    }

    private static String remedy(Exception cause) {
        return cause instanceof AccessDeniedException
                ? "Give your user the right to it, or choose another place."
                : "See whether the place is there and has room.";
    }

    private static InnkeeperException of(
            ErrorCode code, ErrorSubject subject, String message, String remedy, Exception cause) {
        ErrorInfo info = ErrorInfo.of(code, ErrorOrigin.STORAGE, message).withSubject(subject);
        return new InnkeeperException(remedy == null ? info : info.withRemedy(remedy), cause);
    }
}
