package org.innkeeper.core.api;

import java.util.Optional;
import org.innkeeper.core.error.ErrorInfo;

/**
 * The way of an error that belongs to a connection: to its handler, else to the global one, else to the log; then it is
 * kept as the last error of the connection.
 */
final class ConnectionErrors {
    private final ErrorDelivery global;
    private volatile ErrorHandler handler;
    private volatile ErrorInfo last;

    ConnectionErrors(ErrorDelivery global) {
        this.global = global;
    }

    void setHandler(ErrorHandler newHandler) {
        handler = newHandler;
    }

    void deliver(ErrorInfo error, Connection connection) {
        global.dispatch(error, connection, handler);
        last = error;
    }

    Optional<ErrorInfo> last() {
        return Optional.ofNullable(last);
    }

    void reset() {
        last = null;
    }
}
