package org.innkeeper.core.error;

import java.util.Objects;

/**
 * The one exception of the API and the SPI: an {@link ErrorInfo} that is thrown. There is a subclass only where a caller
 * acts differently.
 */
public class InnkeeperException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorInfo info;

    public InnkeeperException(ErrorInfo info) {
        this(info, null);
    }

    public InnkeeperException(ErrorInfo info, Throwable cause) {
        super(Objects.requireNonNull(info, "info").message(), cause);
        this.info = info;
    }

    public InnkeeperException(ErrorCode code, ErrorOrigin origin, String message) {
        this(ErrorInfo.of(code, origin, message), null);
    }

    public InnkeeperException(ErrorCode code, ErrorOrigin origin, String message, Throwable cause) {
        this(ErrorInfo.of(code, origin, message), cause);
    }

    public ErrorInfo info() {
        return info;
    }

    public ErrorCode code() {
        return info.code();
    }
}
