package org.innkeeper.driver.remote;

import static org.innkeeper.driver.remote.protocol.RemoteProgram.procedure;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CertificateInfo;
import org.innkeeper.core.model.PeerInfo;
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
import org.innkeeper.driver.remote.tls.PemFiles;
import org.innkeeper.driver.remote.tls.TlsTransport;
import org.innkeeper.driver.remote.transport.SocketConnector;
import org.innkeeper.driver.remote.transport.StepFailure;
import org.innkeeper.driver.remote.transport.SwitchableTransport;
import org.innkeeper.driver.remote.transport.Transport;
import org.innkeeper.driver.remote.wire.RpcConnection;

/** Goes the steps of a connection one by one and tells each; the first that fails ends it. */
final class ConnectionCheck {
    private static final int SSH_PORT = 22;

    /** How long a daemon may be silent before it is taken to hang. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final ConnectUri uri;
    private final AuthenticationCallback auth;
    private final OpenOptions options;
    private final Consumer<CheckStep> report;
    private final Duration answerLimit;

    ConnectionCheck(ConnectUri uri, AuthenticationCallback auth, OpenOptions options, Consumer<CheckStep> report) {
        this(uri, auth, options, report, ANSWER_LIMIT);
    }

    ConnectionCheck(
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            Consumer<CheckStep> report,
            Duration answerLimit) {
        this.answerLimit = answerLimit;
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
            if (context.isCancelled()) {
                throw CallCancelledException.cancelled("Checking the connection to " + host());
            }
            fail(e, left);
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
                        Kind.OWN_CERTIFICATE,
                        Kind.HOST_CERTIFICATE,
                        Kind.CERTIFICATE_ACCEPTED,
                        Kind.DAEMON_ANSWERS,
                        Kind.AUTHENTICATION,
                        Kind.HYPERVISOR,
                        Kind.VERSION);
            case SSH ->
                List.of(
                        Kind.NAME_RESOLUTION,
                        Kind.PORT,
                        Kind.SSH_HOST_KEY,
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
            if (uri.parameter(RemoteParameter.COMMAND).isPresent()) {
                left.remove(Kind.PORT);
            }
            return;
        }
        step(
                left,
                Kind.NAME_RESOLUTION,
                () -> "the host " + host() + " is "
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
        return switch (choice) {
            case TLS -> tls(context, opener, left);
            case SSH -> {
                if (uri.parameter(RemoteParameter.COMMAND).isPresent()) {
                    left.removeAll(List.of(Kind.SSH_HOST_KEY, Kind.SSH_AUTHENTICATION));
                } else {
                    logIn(context, opener, left);
                }
                yield opened(left.peek(), () -> opener.open(context));
            }
            case UNIX, EXT -> opened(left.peek(), () -> opener.open(context));
            // There is nothing to find out about a TCP connection but whether there is one.
            case TCP -> opened(Kind.PORT, () -> opener.open(context));
        };
    }

    private Transport tls(CallContext context, TransportOpener opener, Deque<Kind> left) {
        CertificateFiles files = CertificateFiles.of(uri);
        boolean verify = !uri.isSet(RemoteParameter.NO_VERIFY);
        List<CertificateInfo> own = new ArrayList<>();
        step(left, Kind.CERTIFICATE_FILES, () -> {
            if (verify) {
                PemFiles.certificates(files.ca());
            }
            if (files.hasClient()) {
                own.addAll(CertificateInfo.of(PemFiles.certificates(files.certificate())));
            }
            return "authority " + files.ca() + ", "
                    + (files.hasClient()
                            ? "our certificate " + files.certificate()
                            : "no certificate of our own at " + files.certificate());
        });
        Transport transport = opened(Kind.HOST_CERTIFICATE, () -> withOwn(own, files, () -> opener.open(context)));
        reportOwn(own, files);
        left.remove(Kind.OWN_CERTIFICATE);
        reportHost(transport, verify);
        left.remove(Kind.HOST_CERTIFICATE);
        left.remove(Kind.CERTIFICATE_ACCEPTED);
        report.accept(CheckStep.passed(
                Kind.CERTIFICATE_ACCEPTED, own.isEmpty() ? "the host wants none of us" : "the host accepts it"));
        return transport;
    }

    /** A host that refuses us does not say that it is for want of a certificate. */
    private static Transport withOwn(List<CertificateInfo> own, CertificateFiles files, Supplier<Transport> action) {
        try {
            return action.get();
        } catch (StepFailure e) {
            if (e.step() != Kind.CERTIFICATE_ACCEPTED || !own.isEmpty()) {
                throw e;
            }
            ErrorInfo info = ErrorInfo.of(
                            ErrorCode.GNUTLS_ERROR,
                            ErrorOrigin.RPC,
                            "the host wants a certificate of this client, and there is none at " + files.certificate())
                    .withRemedy("Have one issued by the authority of the host, and put it there with its key ("
                            + files.key() + ").");
            throw new StepFailure(e.step(), info, List.of(), e);
        }
    }

    private void reportOwn(List<CertificateInfo> own, CertificateFiles files) {
        report.accept(
                own.isEmpty()
                        ? CheckStep.warning(
                                Kind.OWN_CERTIFICATE,
                                "there is none at " + files.certificate(),
                                "Most hosts want one: have it issued by the authority of the host.")
                        : CheckStep.passed(Kind.OWN_CERTIFICATE, described(own)).with(own));
    }

    private void reportHost(Transport transport, boolean verified) {
        List<CertificateInfo> shown = transport.peer().certificates();
        report.accept((verified
                        ? CheckStep.passed(Kind.HOST_CERTIFICATE, described(shown))
                        : CheckStep.warning(
                                Kind.HOST_CERTIFICATE,
                                described(shown) + "; it was not verified",
                                "Take no_verify out of the URI: anybody could be at the other end."))
                .with(shown));
    }

    private static String described(List<CertificateInfo> chain) {
        CertificateInfo first = chain.get(0);
        return first.subject() + ", issued by " + first.issuer() + ", valid until " + first.notAfter();
    }

    private void logIn(CallContext context, TransportOpener opener, Deque<Kind> left) {
        PeerInfo peer = opened(left.peek(), () -> opener.authenticate(context));
        if (left.remove(Kind.PORT)) {
            report.accept(CheckStep.passed(Kind.PORT, "reached by the ssh settings: " + peer.way()));
        }
        left.remove(Kind.SSH_HOST_KEY);
        report.accept(CheckStep.passed(Kind.SSH_HOST_KEY, "it is trusted: " + peer.hostKey()));
        left.remove(Kind.SSH_AUTHENTICATION);
        report.accept(CheckStep.passed(Kind.SSH_AUTHENTICATION, "let in as " + peer.user() + ", " + peer.way()));
    }

    /**
     * Does what consists of several steps at once.
     *
     * @param otherwise the step to blame where the failure does not tell which it was
     */
    private <T> T opened(Kind otherwise, Supplier<T> action) {
        try {
            return action.get();
        } catch (StepFailure e) {
            throw new StepFailed(e.step(), e, e.shown());
        } catch (InnkeeperException e) {
            throw new StepFailed(otherwise, e, List.of());
        }
    }

    /** A program on the way may open and yet lead nowhere: only the first answer tells. */
    private void daemon(CallContext context, Transport transport, Deque<Kind> left) {
        SwitchableTransport switchable = new SwitchableTransport(transport);
        try (RpcConnection rpc = RpcConnection.start(switchable, new IgnoredEvents(), 5)) {
            firstAnswer(context, rpc, transport, left);
            step(left, Kind.AUTHENTICATION, () -> {
                new Authentication(rpc, switchable, uri, auth, options).run(context, "");
                String user = switchable.peer().user();
                return (user.isEmpty() ? "let in" : "let in as " + user)
                        + (switchable.isEncrypted() ? "; the way is encrypted" : "");
            });
            step(left, Kind.HYPERVISOR, () -> {
                String name = uri.nameForFarSide();
                rpc.call(context, procedure("CONNECT_OPEN"), name, options.readOnly() ? 1L : 0L);
                return (name.isEmpty() ? "its hypervisor" : name) + " opens, "
                        + rpc.call(context, procedure("CONNECT_GET_TYPE")).text("type");
            });
            step(left, Kind.VERSION, () -> version(context, rpc));
        }
    }

    private static String version(CallContext context, RpcConnection rpc) {
        try {
            long version =
                    rpc.call(context, procedure("CONNECT_GET_LIB_VERSION")).number("lib_ver");
            return "libvirt " + version / 1_000_000 + "." + version / 1_000 % 1_000 + "." + version % 1_000;
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            return "a libvirt before 0.7.3, which cannot tell its version";
        }
    }

    private void firstAnswer(CallContext context, RpcConnection rpc, Transport transport, Deque<Kind> left) {
        Kind way = left.peek();
        if (way == Kind.SOCKET || way == Kind.PORT) {
            reached(way, transport, left);
        }
        InnkeeperException silence = null;
        try (Patience patience = new Patience(context, answerLimit)) {
            rpc.call(patience.call(), procedure("AUTH_LIST"));
        } catch (InnkeeperException e) {
            // A daemon before libvirt 0.4.0 does not know the question, which is an answer too.
            silence = e.code() == ErrorCode.NO_SUPPORT ? null : e;
        }
        if (left.contains(way) && way != Kind.DAEMON_ANSWERS) {
            if (silence != null && !transport.lastWords().isEmpty()) {
                throw new StepFailed(way, silence, List.of());
            }
            reached(way, transport, left);
        }
        if (silence != null) {
            throw new StepFailed(Kind.DAEMON_ANSWERS, silenceOf(silence, transport), List.of());
        }
        left.remove(Kind.DAEMON_ANSWERS);
        report.accept(CheckStep.passed(Kind.DAEMON_ANSWERS, "a libvirt daemon answers"));
    }

    private void reached(Kind way, Transport transport, Deque<Kind> left) {
        left.remove(way);
        report.accept(CheckStep.passed(way, "reached: " + transport.description()));
    }

    /** Whoever listens there but is no daemon, or hangs, gives no remedy of its own. */
    private InnkeeperException silenceOf(InnkeeperException failure, Transport transport) {
        ErrorInfo info = failure.info();
        if (failure instanceof CallCancelledException) {
            info = ErrorInfo.of(
                            ErrorCode.OPERATION_TIMEOUT,
                            ErrorOrigin.RPC,
                            "nothing was said within " + answerLimit.toSeconds() + " s over " + transport.description())
                    .withRemedy(
                            "Check that this is a libvirt daemon and not something else; if it is, it hangs: restart"
                                    + " libvirtd (or virtqemud) on the host.");
        } else if (info.remedy().isEmpty()) {
            info = info.withRemedy(
                    "Check that this is a libvirt daemon and not something else, and look into its log.");
        }
        return new InnkeeperException(info, failure);
    }

    private void step(Deque<Kind> left, Kind kind, Supplier<String> action) {
        String seen = opened(kind, action);
        left.remove(kind);
        report.accept(CheckStep.passed(kind, seen));
    }

    /** Tells the steps before the one that failed, which must have passed, and those after it, which were not tried. */
    private void fail(StepFailed failure, Deque<Kind> left) {
        if (left.contains(failure.kind)) {
            while (left.peek() != failure.kind) {
                report.accept(CheckStep.passed(left.poll(), "nothing was wrong with it"));
            }
            left.poll();
        }
        ErrorInfo info = failure.cause.info();
        report.accept(
                CheckStep.failed(failure.kind, info.message(), info.remedy().orElse(""))
                        .with(failure.shown));
        left.forEach(kind -> report.accept(CheckStep.skipped(kind)));
    }

    private String host() {
        return uri.host() == null ? "localhost" : uri.host();
    }

    /** Ends the check. */
    private static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;
        private final InnkeeperException cause;
        private final transient List<CertificateInfo> shown;

        StepFailed(Kind kind, InnkeeperException cause, List<CertificateInfo> shown) {
            super(cause);
            this.kind = kind;
            this.cause = cause;
            this.shown = shown;
        }
    }
}
