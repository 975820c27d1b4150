package org.innkeeper.core.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorLevel;

/**
 * The way of an error that belongs to no connection: to the global handler, else to the log; then it is kept as the last
 * error of the thread.
 */
final class ErrorDelivery {
    private static final Logger LOG = System.getLogger("org.innkeeper.core.api");

    private final ThreadLocal<ErrorInfo> last = new ThreadLocal<>();
    private volatile ErrorHandler handler;

    void setHandler(ErrorHandler newHandler) {
        handler = newHandler;
    }

    void deliver(ErrorInfo error) {
        dispatch(error, null, null);
        last.set(error);
    }

    Optional<ErrorInfo> last() {
        return Optional.ofNullable(last.get());
    }

    void reset() {
        last.remove();
    }

    /** Tells the first handler there is: the one of the connection, the global one, the one that logs. */
    void dispatch(ErrorInfo error, Connection connection, ErrorHandler connectionHandler) {
        ErrorHandler chosen = connectionHandler != null ? connectionHandler : handler;
        if (chosen == null) {
            log(error);
            return;
        }
        try {
            chosen.handle(error, connection);
        } catch (RuntimeException e) {
            // The caller shall see the error it was about, not that of the handler.
            LOG.log(Level.WARNING, "an error handler failed", e);
        }
    }

    private static void log(ErrorInfo error) {
        Level level = error.level() == ErrorLevel.WARNING ? Level.WARNING : Level.ERROR;
        LOG.log(level, "{0} {1}: {2}", error.origin(), error.code(), error.message());
    }
}
