package org.innkeeper.driver.remote.auth;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.transport.SwitchableTransport;
import org.innkeeper.driver.remote.wire.RpcConnection;

/** SASL: the steps of a mechanism, carried by three procedures; then its security layer where there is none yet. */
final class SaslExchange {
    private static final String SERVICE = "libvirt";
    private static final byte[] NOTHING = {};

    /** Of the ciphers DIGEST-MD5 has, the JDK prefers 3DES, which a daemon with OpenSSL 3 offers but cannot use. */
    private static final String DIGEST_CIPHER = "com.sun.security.sasl.digest.cipher";

    private final RpcConnection rpc;
    private final SwitchableTransport transport;
    private final String host;
    private final String wantedMechanism;
    private final String problem;
    private final AuthenticationCallback auth;

    /** @param problem why the user is asked again, empty the first time */
    SaslExchange(
            RpcConnection rpc,
            SwitchableTransport transport,
            String host,
            String wantedMechanism,
            String problem,
            AuthenticationCallback auth) {
        this.rpc = rpc;
        this.transport = transport;
        this.host = host;
        this.wantedMechanism = wantedMechanism;
        this.problem = problem;
        this.auth = auth;
    }

    void run(CallContext context) {
        List<String> offered =
                mechanisms(rpc.call(context, procedure("AUTH_SASL_INIT")).text("mechlist"));
        try (SaslCredentials credentials = new SaslCredentials(host, problem, auth)) {
            exchange(context, offered, credentials);
        }
    }

    private List<String> mechanisms(String offered) {
        List<String> all = List.of(offered.split(","));
        List<String> usable = all.stream()
                .filter(m -> wantedMechanism.isEmpty() || m.equals(wantedMechanism))
                .toList();
        if (usable.isEmpty()) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.AUTH_UNAVAILABLE,
                            ErrorOrigin.AUTH,
                            host + " offers the SASL mechanisms " + offered + ", not " + wantedMechanism)
                    .withRemedy("Change auth= in the URI, or mech_list in the daemon's SASL configuration."));
        }
        return usable;
    }

    private void exchange(CallContext context, List<String> mechanisms, SaslCredentials credentials) {
        boolean needsLayer = !transport.isSecure();
        SaslClient client = client(mechanisms, needsLayer, credentials);
        try {
            byte[] first = client.hasInitialResponse() ? client.evaluateChallenge(NOTHING) : null;
            Values reply = rpc.call(
                    context,
                    procedure("AUTH_SASL_START"),
                    client.getMechanismName(),
                    first == null ? 1 : 0,
                    first == null ? NOTHING : first);
            while (reply.integer("complete") == 0 || !client.isComplete()) {
                byte[] challenge = reply.bytes("data");
                byte[] response = client.isComplete() ? null : client.evaluateChallenge(challenge);
                if (reply.integer("complete") != 0) {
                    break;
                }
                reply = rpc.call(
                        context,
                        procedure("AUTH_SASL_STEP"),
                        response == null ? 1 : 0,
                        response == null ? NOTHING : response);
            }
            secure(client, needsLayer);
            credentials.givenName().ifPresent(transport::authenticated);
        } catch (SaslException e) {
            throw failed(client, e);
        } catch (InnkeeperException e) {
            throw e.code() == ErrorCode.AUTH_FAILED && client instanceof KerberosClient ? failed(client, e) : e;
        }
    }

    private InnkeeperException failed(SaslClient client, Exception reason) {
        ErrorInfo info = ErrorInfo.of(
                ErrorCode.AUTH_FAILED,
                ErrorOrigin.AUTH,
                "the authentication with " + host + " by " + client.getMechanismName() + " failed: "
                        + reason.getMessage());
        // No question, so that none can be asked again.
        return client instanceof KerberosClient
                ? new AuthenticationException(info.withRemedy(KerberosClient.REMEDY), reason)
                : new InnkeeperException(info, reason);
    }

    private SaslClient client(List<String> mechanisms, boolean needsLayer, SaslCredentials credentials) {
        Map<String, String> properties = Map.of(
                Sasl.QOP,
                needsLayer ? "auth-conf" : "auth",
                Sasl.POLICY_NOPLAINTEXT,
                Boolean.toString(needsLayer),
                DIGEST_CIPHER,
                "rc4");
        StringBuilder reasons = new StringBuilder();
        for (String mechanism : mechanisms) {
            try {
                SaslClient client = client(mechanism, needsLayer, properties, credentials);
                if (client != null) {
                    return client;
                }
            } catch (SaslException e) {
                // Another mechanism may do.
                reasons.append("; ").append(mechanism).append(": ").append(e.getMessage());
            }
        }
        throw new InnkeeperException(ErrorInfo.of(
                        ErrorCode.AUTH_UNAVAILABLE,
                        ErrorOrigin.AUTH,
                        "none of the SASL mechanisms " + mechanisms + " that " + host + " offers can be used"
                                + (needsLayer ? " without encryption" : "") + reasons)
                .withRemedy(
                        mechanisms.contains(KerberosClient.MECHANISM)
                                ? KerberosClient.REMEDY
                                : needsLayer
                                        ? "Use TLS or ssh, or let the daemon offer DIGEST-MD5 or GSSAPI."
                                        : "Let the daemon offer SCRAM-SHA-256, DIGEST-MD5 or PLAIN."));
    }

    /** Null where the mechanism is not known, or not safe enough here. */
    private SaslClient client(
            String mechanism, boolean needsLayer, Map<String, String> properties, SaslCredentials credentials)
            throws SaslException {
        if (mechanism.equals(KerberosClient.MECHANISM)) {
            return KerberosClient.create(SERVICE, saslHost(), properties, credentials);
        }
        return ScramClient.supports(mechanism) && !needsLayer
                ? new ScramClient(mechanism, credentials)
                : Sasl.createSaslClient(new String[] {mechanism}, null, SERVICE, saslHost(), properties, credentials);
    }

    private String saslHost() {
        return host.contains(" ") ? "localhost" : host;
    }

    /** On a way that anyone can read, all that follows is wrapped. */
    private void secure(SaslClient client, boolean needsLayer) throws SaslException {
        if (!needsLayer) {
            return;
        }
        if (!"auth-conf".equals(client.getNegotiatedProperty(Sasl.QOP))) {
            throw new SaslException("no encryption was agreed on");
        }
        transport.secure(new SaslLayer(client));
    }

    /** The security layer of a mechanism; its pieces have their length before them on the wire. */
    private static final class SaslLayer implements SwitchableTransport.Layer {
        private static final int LENGTH_SIZE = 4;

        private final SaslClient client;
        private final int limit;

        SaslLayer(SaslClient client) {
            this.client = client;
            String size = (String) client.getNegotiatedProperty(Sasl.RAW_SEND_SIZE);
            this.limit = size == null ? 65_536 - 64 : Integer.parseInt(size);
        }

        @Override
        public int wrapLimit() {
            return limit;
        }

        @Override
        public byte[] wrap(byte[] bytes, int offset, int length) throws IOException {
            byte[] wrapped = client.wrap(bytes, offset, length);
            byte[] token = new byte[LENGTH_SIZE + wrapped.length];
            java.nio.ByteBuffer.wrap(token).putInt(wrapped.length).put(wrapped);
            return token;
        }

        @Override
        public byte[] unwrap(byte[] token) throws IOException {
            byte[] wrapped = Arrays.copyOfRange(token, LENGTH_SIZE, token.length);
            return client.unwrap(wrapped, 0, wrapped.length);
        }
    }
}
