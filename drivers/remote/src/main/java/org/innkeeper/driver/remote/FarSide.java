package org.innkeeper.driver.remote;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;
import org.innkeeper.driver.remote.wire.RpcConnection;
import org.innkeeper.driver.remote.wire.RpcStream;

/** What the facets need of the other end: calls by the name of the procedure, and streams. */
final class FarSide {
    /** The most elements of any list of the protocol but node devices and statistics. */
    static final int LIST_MAX = 16_384;

    private final RpcConnection connection;
    private final Function<CallContext, RpcConnection> secondConnection;

    /** @param secondConnection opens another connection to the same host, for one bulk transfer */
    FarSide(RpcConnection connection, Function<CallContext, RpcConnection> secondConnection) {
        this.connection = connection;
        this.secondConnection = secondConnection;
    }

    RpcConnection connection() {
        return connection;
    }

    Values call(CallContext context, String name, Object... arguments) {
        return connection.call(context, procedure(name), arguments);
    }

    /** A call that other calls must not delay: power off, abort. */
    Values callUrgently(CallContext context, String name, Object... arguments) {
        return connection.callUrgently(context, procedure(name), arguments);
    }

    PendingCall send(CallContext context, String name, Object... arguments) {
        return connection.send(context, false, procedure(name), arguments);
    }

    /** As {@link #send}, for quick questions, all of which share one wait. */
    PendingCall sendAhead(CallContext context, String name, Object... arguments) {
        return connection.sendAhead(context, procedure(name), arguments);
    }

    /** The only result of a call. */
    <T> T ask(Class<T> type, CallContext context, String name, Object... arguments) {
        return type.cast(call(context, name, arguments).only());
    }

    String askText(CallContext context, String name, Object... arguments) {
        return ask(String.class, context, name, arguments);
    }

    boolean askFlag(CallContext context, String name, Object... arguments) {
        return ask(Integer.class, context, name, arguments) != 0;
    }

    int askInt(CallContext context, String name, Object... arguments) {
        return ask(Integer.class, context, name, arguments);
    }

    long askLong(CallContext context, String name, Object... arguments) {
        return ask(Long.class, context, name, arguments);
    }

    <T> List<T> list(Class<T> type, String field, CallContext context, String name, Object... arguments) {
        return call(context, name, arguments).list(field, type);
    }

    /** A stream for small amounts, over this connection. */
    ByteStream stream(CallContext context, String name, Object... arguments) {
        return connection.openStream(context, procedure(name), arguments);
    }

    /** A stream for bulk data, over a connection of its own. */
    ByteStream bulkStream(CallContext context, String name, Object... arguments) {
        connection.checkAlive();
        RpcConnection own = secondConnection.apply(context);
        try {
            return own.openStream(context, procedure(name), arguments).ownConnection();
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** A stream whose call returns something beside it. */
    RpcStream streamWithResults(CallContext context, String name, Object... arguments) {
        Procedure procedure = procedure(name);
        return connection.openStream(context, procedure, arguments);
    }

    /** The result of a call, or something else where the far end does not have the function. */
    <T> T orElseIfUnsupported(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (InnkeeperException e) {
            if (isUnsupported(e)) {
                return otherwise;
            }
            throw e;
        }
    }

    /** Whether the far end, or its driver, does not have the function that was called. */
    static boolean isUnsupported(InnkeeperException e) {
        return e.code() == ErrorCode.NO_SUPPORT || e.code() == ErrorCode.CALL_FAILED;
    }
}
