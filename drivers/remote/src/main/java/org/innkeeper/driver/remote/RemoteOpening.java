package org.innkeeper.driver.remote;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.auth.Authentication;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.transport.StepFailure;
import org.innkeeper.driver.remote.transport.SwitchableTransport;
import org.innkeeper.driver.remote.wire.PendingCall;
import org.innkeeper.driver.remote.wire.RpcConnection;
import org.innkeeper.driver.remote.wire.RpcListener;

/** The steps from a URI to an open connection. */
final class RemoteOpening {
    private static final System.Logger LOG = System.getLogger(RemoteOpening.class.getName());
    private static final long READ_ONLY = 1;

    /** {@code VIR_DRV_FEATURE_PROGRAM_KEEPALIVE}: asking for it makes the daemon start its own pings. */
    private static final int KEEPALIVE_FEATURE = 10;

    private static final long KEEPALIVE_INTERVAL_MILLIS = 5_000;
    private static final int KEEPALIVE_COUNT = 5;
    private static final int PASSWORD_TRIES = 3;

    /** Keepalive of all connections; one thread that only puts messages into queues. */
    private static final ScheduledExecutorService TIMER = timer();

    private final ConnectUri uri;
    private final AuthenticationCallback auth;
    private final OpenOptions options;
    private final TransportOpener transports;

    RemoteOpening(ConnectUri uri, AuthenticationCallback auth, OpenOptions options) {
        this.uri = uri;
        this.auth = auth;
        this.options = options;
        this.transports = new TransportOpener(uri, auth, options);
    }

    DriverConnection open(CallContext context) {
        RemoteEvents events = new RemoteEvents(uri.host() == null ? "this machine" : uri.host());
        RpcConnection rpc = connect(context, events);
        try {
            FarSide far = new FarSide(rpc, second -> connect(second, new IgnoredEvents()));
            events.connected(far);
            return new RemoteConnection(context, openedUri(context, rpc), far, events, transports::close);
        } catch (RuntimeException e) {
            rpc.close();
            transports.close();
            throw e;
        }
    }

    /** A connection that is authenticated and open. A daemon takes one password for each connection. */
    private RpcConnection connect(CallContext context, RpcListener listener) {
        String problem = "";
        for (int attempt = 1; ; attempt++) {
            try {
                return connect(context, listener, problem);
            } catch (AuthenticationException | StepFailure e) {
                // The way itself has asked as often as it may.
                throw e;
            } catch (InnkeeperException e) {
                if (e.code() != ErrorCode.AUTH_FAILED || attempt == PASSWORD_TRIES) {
                    throw e;
                }
                problem = "The user name or the password is wrong.";
            }
        }
    }

    private RpcConnection connect(CallContext context, RpcListener listener, String problem) {
        SwitchableTransport transport = new SwitchableTransport(transports.open(context));
        RpcConnection rpc = RpcConnection.start(transport, listener, KEEPALIVE_COUNT);
        try {
            new Authentication(rpc, transport, uri, auth, options).run(context, problem);
            // Together, since neither needs the other: one wait less.
            PendingCall keepalive = rpc.send(context, false, procedure("CONNECT_SUPPORTS_FEATURE"), KEEPALIVE_FEATURE);
            rpc.call(context, procedure("CONNECT_OPEN"), uri.nameForFarSide(), options.readOnly() ? READ_ONLY : 0L);
            if (hasKeepalive(context, rpc, keepalive)) {
                rpc.startKeepalive(TIMER, KEEPALIVE_INTERVAL_MILLIS);
            }
            return rpc;
        } catch (RuntimeException e) {
            rpc.close();
            throw e;
        }
    }

    /** Old daemons refuse any question before the opening, each in words of its own; they have no keepalive either. */
    private static boolean hasKeepalive(CallContext context, RpcConnection rpc, PendingCall call) {
        try {
            return call.await(context).integer("supported") != 0;
        } catch (CallCancelledException e) {
            throw e;
        } catch (InnkeeperException e) {
            rpc.checkAlive();
            LOG.log(System.Logger.Level.DEBUG, "no keepalive there: {0}", e.getMessage());
            return false;
        }
    }

    /** The URI of the far end is only asked for when it chose the hypervisor itself. */
    private String openedUri(CallContext context, RpcConnection rpc) {
        if (!uri.nameForFarSide().isEmpty()) {
            return uri.text();
        }
        Procedure getUri = procedure("CONNECT_GET_URI");
        return orElseIfUnsupported(() -> rpc.call(context, getUri).text("uri"), uri.text());
    }

    private static <T> T orElseIfUnsupported(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (InnkeeperException e) {
            if (FarSide.isUnsupported(e)) {
                return otherwise;
            }
            throw e;
        }
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "keepalive");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
