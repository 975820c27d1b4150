package org.innkeeper.core.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;

/** What all objects of one connection share: the driver behind it, and the way every call goes to it. */
final class ConnectionCore {
    private final DriverConnection driver;
    private final String providerId;
    private final boolean readOnly;
    private final LentFacets lent;
    private final ConnectionErrors errors;
    private final Connection connection;
    private final Set<Feature> features;
    private final Set<CallContext> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ConnectionCore(
            Connection connection,
            DriverConnection driver,
            String providerId,
            boolean readOnly,
            LentFacets lent,
            ErrorDelivery global) {
        this.connection = connection;
        this.driver = driver;
        this.providerId = providerId;
        this.readOnly = readOnly;
        this.lent = lent;
        this.errors = new ConnectionErrors(global);
        Set<Feature> all = EnumSet.noneOf(Feature.class);
        all.addAll(driver.features());
        all.addAll(lent.featuresFor(driver));
        this.features = Collections.unmodifiableSet(all);
    }

    /** Open? Read-only? Arguments? Feature? Then the driver, with errors mapped and delivered. */
    <F extends Facet, R> R perform(Call<F> call, CallContext context, BiFunction<F, CallContext, R> body) {
        try {
            checkOpen(call.function());
            if (readOnly && call.isChanging()) {
                throw denied(call.function());
            }
            if (call.mistake() != null) {
                throw new InnkeeperException(
                        ErrorCode.INVALID_ARG,
                        ErrorOrigin.NONE,
                        "invalid argument of " + call.function() + ": " + call.mistake());
            }
            F facet = facet(call.kind()).orElseThrow(() -> unsupported(call.function()));
            if (call.feature() != null && !features.contains(call.feature())) {
                throw unsupported(call.function());
            }
            return delegate(facet, context, body);
        } catch (RuntimeException e) {
            throw failed(e, call.function(), call.subject());
        }
    }

    private <F extends Facet, R> R delegate(F facet, CallContext context, BiFunction<F, CallContext, R> body) {
        CallContext inner = context.derive(this::deliver);
        running.add(inner);
        try {
            if (closed) {
                inner.cancel();
            }
            return body.apply(facet, inner);
        } finally {
            running.remove(inner);
            inner.release();
        }
    }

    /** The driver's own facet, else the one this machine lends. */
    <F extends Facet> Optional<F> facet(Class<F> kind) {
        Optional<F> own = driver.facet(kind);
        return own.isPresent() ? own : lent.lendTo(driver, kind);
    }

    /** Turns whatever a call threw into the error the API promises, and delivers it. */
    InnkeeperException failed(RuntimeException thrown, String function, ErrorSubject subject) {
        InnkeeperException error = mapped(thrown, function, subject);
        deliver(error.info());
        return error;
    }

    private InnkeeperException mapped(RuntimeException thrown, String function, ErrorSubject subject) {
        if (closed && (thrown instanceof CallCancelledException || !(thrown instanceof InnkeeperException))) {
            return new ConnectionClosedException(
                    ErrorInfo.of(
                            ErrorCode.INVALID_CONN,
                            ErrorOrigin.NONE,
                            "the connection was closed during " + function + "; the host may go on with it"),
                    thrown);
        }
        InnkeeperException error = Failures.mapped(thrown, providerId, function);
        // A subclass stays what it is: callers tell it by its class.
        return subject != null && error.info().subject() == null && error.getClass() == InnkeeperException.class
                ? new InnkeeperException(error.info().withSubject(subject), error)
                : error;
    }

    void deliver(ErrorInfo error) {
        errors.deliver(error, connection);
    }

    private void checkOpen(String function) {
        if (closed) {
            throw new ConnectionClosedException("the connection is closed, " + function + " cannot be called");
        }
    }

    static InnkeeperException denied(String function) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.OPERATION_DENIED,
                        ErrorOrigin.NONE,
                        function + " is forbidden on a read-only connection")
                .withRemedy("Open the connection without read-only."));
    }

    private InnkeeperException unsupported(String function) {
        return new InnkeeperException(
                ErrorCode.NO_SUPPORT, ErrorOrigin.NONE, "the driver " + providerId + " does not support " + function);
    }

    /** Ends the connection and the waits of its calls; says whether it was open. */
    boolean close() {
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
        }
        for (CallContext call : running) {
            call.cancel();
        }
        driver.close();
        return true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    String providerId() {
        return providerId;
    }

    DriverConnection driver() {
        return driver;
    }

    Set<Feature> features() {
        return features;
    }

    ConnectionErrors errors() {
        return errors;
    }

    Connection connection() {
        return connection;
    }
}
