package org.innkeeper.driver.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.innkeeper.driver.remote.ssh.FarCommand;
import org.innkeeper.driver.remote.ssh.SshSession;
import org.innkeeper.driver.remote.ssh.SshTarget;
import org.innkeeper.driver.remote.ssh.SshTransport;
import org.innkeeper.driver.remote.tls.TlsTransport;
import org.innkeeper.driver.remote.transport.ProcessTransport;
import org.innkeeper.driver.remote.transport.TcpTransport;
import org.innkeeper.driver.remote.transport.Transport;
import org.innkeeper.driver.remote.transport.UnixTransport;

/** Opens the transport of a URI, as often as it is asked for; one ssh session carries all of them until it is closed. */
final class TransportOpener implements AutoCloseable {
    private final ConnectUri uri;
    private final OpenOptions options;
    private final AuthenticationCallback auth;
    private SshSession ssh;

    TransportOpener(ConnectUri uri, AuthenticationCallback auth, OpenOptions options) {
        this.uri = uri;
        this.options = options;
        boolean quiet = options.noQuestions() || uri.isSet(RemoteParameter.NO_TTY);
        this.auth = quiet ? AuthenticationCallback.NOBODY : auth;
    }

    Transport open(CallContext context) {
        try {
            return switch (TransportChoice.of(uri)) {
                case UNIX ->
                    UnixTransport.connect(givenSocket().orElseGet(() -> LocalDaemon.socket(uri, options.readOnly())));
                case TCP -> TcpTransport.connect(context, host(), port(TcpTransport.DEFAULT_PORT));
                case EXT ->
                    ProcessTransport.start(
                            List.of(uri.parameter(RemoteParameter.COMMAND).orElseThrow()));
                case TLS ->
                    TlsTransport.connect(context, uri, host(), port(TlsTransport.DEFAULT_PORT), this::keyPassphrase);
                case SSH -> ssh(context);
            };
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "cannot connect to " + host() + ": " + IoReason.of(e), e);
        }
    }

    private Transport ssh(CallContext context) {
        Path netcatSocket = givenSocket().orElseGet(() -> LocalDaemon.defaultSocket(uri, options.readOnly()));
        Optional<String> program = uri.parameter(RemoteParameter.COMMAND);
        if (program.isPresent()) {
            return ProcessTransport.start(FarCommand.externalSsh(uri, program.get(), netcatSocket, options.readOnly()));
        }
        SshSession session = session(context);
        if (mayForward()) {
            List<Path> sockets =
                    givenSocket().map(List::of).orElseGet(() -> LocalDaemon.farSockets(uri, options.readOnly()));
            Optional<Transport> forwarded = SshTransport.forwarded(context, session, sockets);
            if (forwarded.isPresent()) {
                return forwarded.get();
            }
        }
        return SshTransport.byCommand(context, session, FarCommand.of(uri, netcatSocket, options.readOnly()));
    }

    /** A URI that says how the socket is to be reached is followed; a session's socket only its helper knows. */
    private boolean mayForward() {
        return uri.parameter(RemoteParameter.PROXY).isEmpty()
                && uri.parameter(RemoteParameter.NETCAT).isEmpty()
                && (givenSocket().isPresent() || !uri.path().equals("/session"));
    }

    /** Connects to the host of an ssh URI, and tells who it is; for a check. */
    PeerInfo authenticate(CallContext context) {
        return session(context).peer("");
    }

    private synchronized SshSession session(CallContext context) {
        if (ssh == null) {
            ssh = SshSession.open(context, SshTarget.of(uri), auth);
        }
        return ssh;
    }

    private Optional<Path> givenSocket() {
        return uri.parameter(RemoteParameter.SOCKET).map(Path::of);
    }

    private char[] keyPassphrase() {
        CredentialRequest request = new CredentialRequest(
                host(),
                "",
                List.of(new Credential(CredentialType.PASSPHRASE, "Passphrase of the client's private key", null)));
        return auth.ask(request)
                .filter(answers -> answers.size() == 1)
                .map(answers -> answers.get(0))
                .orElseThrow(() -> new AuthenticationException(
                        ErrorCode.AUTH_CANCELLED,
                        ErrorOrigin.AUTH,
                        "no passphrase for the client's private key was given"));
    }

    private String host() {
        return uri.host() == null ? "localhost" : uri.host();
    }

    private int port(int otherwise) {
        return uri.port() == 0 ? otherwise : uri.port();
    }

    @Override
    public synchronized void close() {
        if (ssh != null) {
            ssh.close();
        }
    }
}
