package org.innkeeper.driver.remote;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CheckStep.Kind;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;
import org.innkeeper.driver.remote.auth.Authentication;
import org.innkeeper.driver.remote.ssh.SshTarget;
import org.innkeeper.driver.remote.tls.CertificateFiles;
import org.innkeeper.driver.remote.tls.TlsTransport;
import org.innkeeper.driver.remote.transport.SocketConnector;
import org.innkeeper.driver.remote.transport.SwitchableTransport;
import org.innkeeper.driver.remote.transport.Transport;
import org.innkeeper.driver.remote.wire.RpcConnection;

/** Goes the steps of a connection one by one and tells each; the first that fails ends it. */
final class ConnectionCheck {
    private static final int SSH_PORT = 22;

    private final ConnectUri uri;
    private final AuthenticationCallback auth;
    private final OpenOptions options;
    private final Consumer<CheckStep> report;

    ConnectionCheck(ConnectUri uri, AuthenticationCallback auth, OpenOptions options, Consumer<CheckStep> report) {
        this.uri = uri;
        this.auth = auth;
        this.options = options;
        this.report = report;
    }

    void run(CallContext context) {
        TransportChoice choice = TransportChoice.of(uri);
        Deque<Kind> left = new ArrayDeque<>(steps(choice));
        try (TransportOpener opener = new TransportOpener(uri, auth, options)) {
            reach(context, choice, left);
            Transport transport = transport(context, choice, opener, left);
            daemon(context, transport, left);
        } catch (StepFailed e) {
            left.forEach(kind -> report.accept(CheckStep.skipped(kind)));
        }
    }

    /** What each way consists of. */
    private static List<Kind> steps(TransportChoice choice) {
        return switch (choice) {
            case UNIX -> List.of(Kind.SOCKET, Kind.DAEMON_ANSWERS, Kind.AUTHENTICATION, Kind.HYPERVISOR, Kind.VERSION);
            case TCP ->
                List.of(
                        Kind.NAME_RESOLUTION,
                        Kind.PORT,
                        Kind.DAEMON_ANSWERS,
                        Kind.AUTHENTICATION,
                        Kind.HYPERVISOR,
                        Kind.VERSION);
            case TLS ->
                List.of(
                        Kind.NAME_RESOLUTION,
                        Kind.PORT,
                        Kind.CERTIFICATE_FILES,
                        Kind.HOST_CERTIFICATE,
                        Kind.DAEMON_ANSWERS,
                        Kind.AUTHENTICATION,
                        Kind.HYPERVISOR,
                        Kind.VERSION);
            case SSH ->
                List.of(
                        Kind.NAME_RESOLUTION,
                        Kind.PORT,
                        Kind.SSH_AUTHENTICATION,
                        Kind.FAR_SOCKET,
                        Kind.DAEMON_ANSWERS,
                        Kind.AUTHENTICATION,
                        Kind.HYPERVISOR,
                        Kind.VERSION);
            case EXT -> List.of(Kind.PROGRAM, Kind.DAEMON_ANSWERS, Kind.AUTHENTICATION, Kind.HYPERVISOR, Kind.VERSION);
        };
    }

    /** Name and port, for ways over the network that this program goes itself. */
    private void reach(CallContext context, TransportChoice choice, Deque<Kind> left) {
        if (choice != TransportChoice.TCP && choice != TransportChoice.TLS && choice != TransportChoice.SSH) {
            return;
        }
        boolean settingsDecide = choice == TransportChoice.SSH && sshSettingsDecide();
        if (settingsDecide) {
            left.remove(Kind.NAME_RESOLUTION);
            left.remove(Kind.PORT);
            return;
        }
        step(
                left,
                Kind.NAME_RESOLUTION,
                () -> host() + " is "
                        + SocketConnector.resolve(host()).stream()
                                .map(InetAddress::getHostAddress)
                                .collect(Collectors.joining(", ")));
        if (choice == TransportChoice.TCP) {
            return;
        }
        int port = uri.port() == 0 ? defaultPort(choice) : uri.port();
        step(left, Kind.PORT, () -> {
            try (SocketChannel channel = SocketConnector.connect(context, host(), port)) {
                return "port " + port + " of "
                        + channel.socket().getInetAddress().getHostAddress() + " answers";
            } catch (java.io.IOException e) {
                return "port " + port + " answers";
            }
        });
    }

    /** An external ssh, or an alias or jump of the user's settings, may mean another name and another port. */
    private boolean sshSettingsDecide() {
        return uri.parameter(RemoteParameter.COMMAND).isPresent()
                || SshTarget.of(uri).isRedirectedBySettings();
    }

    private static int defaultPort(TransportChoice choice) {
        return choice == TransportChoice.TLS ? TlsTransport.DEFAULT_PORT : SSH_PORT;
    }

    private Transport transport(CallContext context, TransportChoice choice, TransportOpener opener, Deque<Kind> left) {
        switch (choice) {
            case TLS ->
                step(left, Kind.CERTIFICATE_FILES, () -> {
                    CertificateFiles files = CertificateFiles.of(uri);
                    return "authority " + files.ca() + ", "
                            + (files.hasClient()
                                    ? "our certificate " + files.certificate()
                                    : "no certificate of our own at " + files.certificate());
                });
            case SSH -> {
                if (uri.parameter(RemoteParameter.COMMAND).isEmpty()) {
                    step(left, Kind.SSH_AUTHENTICATION, () -> opener.authenticate(context));
                } else {
                    left.remove(Kind.SSH_AUTHENTICATION);
                }
            }
            default -> {
                // Nothing before the transport itself.
            }
        }
        AtomicReference<Transport> opened = new AtomicReference<>();
        step(left, opening(choice), () -> {
            opened.set(opener.open(context));
            return "reached: " + opened.get().description();
        });
        return opened.get();
    }

    /** The step that opening the transport is the last of; a TCP connection has nothing left to find out. */
    private static Kind opening(TransportChoice choice) {
        return switch (choice) {
            case UNIX -> Kind.SOCKET;
            case TCP -> Kind.PORT;
            case TLS -> Kind.HOST_CERTIFICATE;
            case SSH -> Kind.FAR_SOCKET;
            case EXT -> Kind.PROGRAM;
        };
    }

    private void daemon(CallContext context, Transport transport, Deque<Kind> left) {
        SwitchableTransport switchable = new SwitchableTransport(transport);
        try (RpcConnection rpc = RpcConnection.start(switchable, new IgnoredEvents(), 5)) {
            step(left, Kind.DAEMON_ANSWERS, () -> {
                rpc.call(context, procedure("AUTH_LIST"));
                return "a libvirt daemon answers";
            });
            step(left, Kind.AUTHENTICATION, () -> {
                new Authentication(rpc, switchable, uri, auth, options).run(context, "");
                return switchable.isEncrypted() ? "let in; the way is encrypted" : "let in";
            });
            step(left, Kind.HYPERVISOR, () -> {
                String name = uri.nameForFarSide();
                rpc.call(
                        context, procedure("CONNECT_OPEN"), name.isEmpty() ? null : name, options.readOnly() ? 1L : 0L);
                return (name.isEmpty() ? "its hypervisor" : name) + " opens, "
                        + rpc.call(context, procedure("CONNECT_GET_TYPE")).text("type");
            });
            step(left, Kind.VERSION, () -> {
                long version =
                        rpc.call(context, procedure("CONNECT_GET_LIB_VERSION")).number("lib_ver");
                return "libvirt " + version / 1_000_000 + "." + version / 1_000 % 1_000 + "." + version % 1_000;
            });
        }
    }

    private void step(Deque<Kind> left, Kind kind, Supplier<String> action) {
        left.remove(kind);
        try {
            report.accept(CheckStep.passed(kind, action.get()));
        } catch (InnkeeperException e) {
            ErrorInfo info = e.info();
            report.accept(CheckStep.failed(kind, info.message(), info.remedy().orElse("")));
            throw new StepFailed(e);
        }
    }

    private String host() {
        return uri.host() == null ? "localhost" : uri.host();
    }

    /** Ends the check; what failed has been told. */
    private static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepFailed(InnkeeperException cause) {
            super(cause);
        }
    }
}
