package org.innkeeper.driver.remote.xdr;

/** Bytes that are not what the protocol says, or a value that does not fit into it; the message names what was wrong. */
public final class XdrException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public XdrException(String message) {
        super(message);
    }

    public XdrException(String message, Throwable cause) {
        super(message, cause);
    }
}
