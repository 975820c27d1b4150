package org.innkeeper.core.error;

/** The connection was closed, by the caller or because the other end is gone: open another one to go on. */
public final class ConnectionClosedException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    public ConnectionClosedException(String message) {
        super(ErrorInfo.of(ErrorCode.INVALID_CONN, ErrorOrigin.NONE, message));
    }

    public ConnectionClosedException(ErrorInfo info, Throwable cause) {
        super(info, cause);
    }
}
