package org.innkeeper.app.session.host;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/**
 * Opens the connection of one host, and opens it again when it was lost, with growing pauses, until the user does not
 * want it any more, or has to do something first. All of it happens on one lane, so that opening and closing never overlap.
 */
final class Connector {
    /** Errors that trying again cannot help: somebody has to do something. */
    private static final Set<ErrorCode> FINAL = EnumSet.of(
            ErrorCode.INVALID_ARG,
            ErrorCode.NO_SUPPORT,
            ErrorCode.NO_CONNECT,
            ErrorCode.OPEN_FAILED,
            ErrorCode.CONFIG_UNSUPPORTED,
            ErrorCode.AUTH_FAILED,
            ErrorCode.AUTH_CANCELLED,
            ErrorCode.AUTH_UNAVAILABLE,
            ErrorCode.ACCESS_DENIED,
            ErrorCode.OPERATION_DENIED,
            ErrorCode.CONF_SYNTAX,
            ErrorCode.PARSE_FAILED,
            ErrorCode.XML_ERROR,
            ErrorCode.XML_DETAIL);

    /** Opens the connection and makes it ready. */
    @FunctionalInterface
    interface Opener {
        Connection open(CallContext call);
    }

    private final HostCore core;
    private final Opener opener;
    private final Consumer<Connection> opened;
    private final Consumer<ErrorInfo> problems;
    private final Lane lane;
    private final Backoff backoff = new Backoff();
    private volatile boolean wanted;
    private volatile CallContext opening = CallContext.create();
    private volatile Runnable takeBackRetry = () -> {};

    /**
     * @param opener opens and prepares; on the connector's lane
     * @param opened is told when the host is connected
     * @param problems is told why it is not
     */
    Connector(HostCore core, Opener opener, Consumer<Connection> opened, Consumer<ErrorInfo> problems) {
        this.core = core;
        this.opener = opener;
        this.opened = opened;
        this.problems = problems;
        lane = new Lane(core.workers().pool(), 1);
    }

    CompletionStage<Void> connect() {
        wanted = true;
        takeBackRetry.run();
        return lane.submit(() -> {
            if (wanted && core.connection() == null) {
                core.status(status -> status.withState(ConnectionState.CONNECTING, null));
                open();
            }
            return null;
        });
    }

    CompletionStage<Void> disconnect() {
        wanted = false;
        takeBackRetry.run();
        opening.cancel();
        return lane.submit(() -> {
            close();
            core.status(status -> status.withState(ConnectionState.DISCONNECTED, null));
            return null;
        });
    }

    /** The connection does not answer any more. */
    void lost(Connection connection, ErrorInfo why) {
        lane.submit(() -> {
            if (core.connection() == connection) {
                close();
                failed(why);
            }
            return null;
        });
    }

    private void open() {
        opening = CallContext.create();
        try {
            if (!wanted) {
                opening.cancel();
            }
            Connection connection = opener.open(opening);
            backoff.reset();
            core.setConnection(connection);
            core.status(status -> status.withState(ConnectionState.CONNECTED, null));
            opened.accept(connection);
        } catch (InnkeeperException e) {
            failed(e.info());
            throw e;
        }
    }

    private void failed(ErrorInfo error) {
        ErrorInfo why = core.about(error);
        if (!wanted) {
            return;
        }
        problems.accept(why);
        boolean again = !FINAL.contains(why.code()) && !why.isPermissionDenied();
        core.status(status -> status.withState(again ? ConnectionState.LOST : ConnectionState.DISCONNECTED, why));
        if (again) {
            takeBackRetry = core.workers().timer().schedule(this::retry, backoff.next());
        }
    }

    private void retry() {
        lane.submit(() -> {
            if (wanted && core.connection() == null) {
                open();
            }
            return null;
        });
    }

    private void close() {
        Connection connection = core.connection();
        core.setConnection(null);
        if (connection != null) {
            connection.close();
        }
    }
}
