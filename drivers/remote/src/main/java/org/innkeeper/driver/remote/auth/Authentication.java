package org.innkeeper.driver.remote.auth;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.innkeeper.driver.remote.transport.SwitchableTransport;
import org.innkeeper.driver.remote.wire.RpcConnection;

/** Asks the daemon how it wants to be told who we are, and does it. */
public final class Authentication {
    private static final int NONE = 0;
    private static final int SASL = 1;
    private static final int POLKIT = 2;

    private final RpcConnection rpc;
    private final SwitchableTransport transport;
    private final ConnectUri uri;
    private final AuthenticationCallback auth;
    private final OpenOptions options;

    public Authentication(
            RpcConnection rpc,
            SwitchableTransport transport,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options) {
        this.rpc = rpc;
        this.transport = transport;
        this.uri = uri;
        this.auth = auth;
        this.options = options;
    }

    /** @param problem why the user is asked again, empty the first time */
    public void run(CallContext context, String problem) {
        List<Integer> types = types(context);
        String wanted = uri.parameter(RemoteParameter.AUTH).orElse("");
        if (types.isEmpty() || types.contains(NONE) && wanted.isEmpty()) {
            return;
        }
        if (types.contains(SASL) && !wanted.startsWith("polkit")) {
            String mechanism = wanted.startsWith("sasl.") ? wanted.substring("sasl.".length()) : "";
            new SaslExchange(
                            rpc,
                            transport,
                            host(),
                            mechanism,
                            problem,
                            noQuestions() ? AuthenticationCallback.NOBODY : auth)
                    .run(context);
        } else if (types.contains(POLKIT)) {
            polkit(context);
        } else {
            throw new InnkeeperException(
                    ErrorCode.AUTH_UNAVAILABLE,
                    ErrorOrigin.AUTH,
                    host() + " wants an authentication that is not known here (" + types + ")");
        }
    }

    private List<Integer> types(CallContext context) {
        try {
            return rpc.call(context, procedure("AUTH_LIST")).list("types", Integer.class);
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            // Daemons before libvirt 0.4.0 let everybody in.
            return List.of();
        }
    }

    private void polkit(CallContext context) {
        try {
            rpc.call(context, procedure("AUTH_POLKIT"));
        } catch (InnkeeperException e) {
            String user = uri.host() == null
                    ? System.getProperty("user.name")
                    : transport.peer().user();
            throw new PolkitRefusal(
                            uri.host(),
                            user.isEmpty() ? "you" : user,
                            options.readOnly() ? PolkitRefusal.MONITOR : PolkitRefusal.MANAGE,
                            options.readOnly())
                    .explain(e);
        }
    }

    private boolean noQuestions() {
        return options.noQuestions() || uri.isSet(RemoteParameter.NO_TTY);
    }

    private String host() {
        return uri.host() == null ? "the daemon of this machine" : uri.host();
    }
}
