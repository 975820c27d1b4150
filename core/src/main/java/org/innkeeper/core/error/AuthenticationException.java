package org.innkeeper.core.error;

/** The host did not accept the credentials, or the user gave none: ask again before the next try. */
public final class AuthenticationException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(ErrorInfo info, Throwable cause) {
        super(info, cause);
    }

    public AuthenticationException(ErrorCode code, ErrorOrigin origin, String message) {
        super(code, origin, message);
    }
}
