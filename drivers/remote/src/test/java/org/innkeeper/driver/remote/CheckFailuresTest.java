package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.GeneralName;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CheckStep.Kind;
import org.innkeeper.core.spi.CheckStep.Verdict;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with a host has a message and a remedy of its own, seen with a real libvirtd and sshd. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckFailuresTest {
    private static final String PASSWORD = "open sesame";
    private static final List<GeneralName> LOCALHOST = List.of(TestPki.dns("localhost"), TestPki.ip("127.0.0.1"));

    @TempDir
    Path folder;

    private LibvirtdPeer peer;

    /** Messages and remedies seen so far: no two failures may look alike. */
    private final Set<String> seen = new HashSet<>();

    @BeforeAll
    void start() {
        peer = LibvirtdPeer.start(Map.of("TLS_NO_SANITY", "1", "SSH_PASSWORD", PASSWORD));
    }

    @AfterAll
    void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private static List<CheckStep> check(String uri, AuthenticationCallback auth, CallContext call) {
        List<CheckStep> steps = new ArrayList<>();
        new ConnectionCheck(ConnectUri.parse(uri), auth, OpenOptions.readWrite(), steps::add, Duration.ofSeconds(2))
                .run(call);
        return steps;
    }

    private static List<CheckStep> check(String uri) {
        return check(uri, AuthenticationCallback.NOBODY, CallContext.within(Duration.ofSeconds(30)));
    }

    private static AuthenticationCallback answering(String word) {
        return request -> Optional.of(request.credentials().stream()
                .map(credential -> word.toCharArray())
                .toList());
    }

    /** The only step that failed; those after it were not tried. */
    private CheckStep failure(List<CheckStep> steps, Kind kind, String... words) {
        List<CheckStep> failed =
                steps.stream().filter(step -> step.verdict() == Verdict.FAILED).toList();
        assertThat(failed).as("%s", steps).hasSize(1);
        CheckStep step = failed.get(0);
        assertThat(step.kind()).as("%s", steps).isEqualTo(kind);
        assertThat(step.detail()).contains(words);
        assertThat(step.remedy()).isNotBlank();
        assertThat(steps.subList(steps.indexOf(step) + 1, steps.size()))
                .extracting(CheckStep::verdict)
                .containsOnly(Verdict.SKIPPED);
        assertThat(seen.add(step.detail())).as("a message of its own").isTrue();
        return step;
    }

    private String tls(String more) {
        return peer.tls("test", "/default") + more;
    }

    private void serve(TestPki.Identity identity) {
        Path pki = peer.directory().resolve("pki");
        identity.write(pki.resolve("servercert.pem"), pki.resolve("serverkey.pem"));
        peer.killDaemon();
        peer.startDaemonAgain();
    }

    @Test
    void whatIsWrongWithTheCertificateOfTheHost() {
        serve(peer.pki().server("localhost", LOCALHOST, TestPki.days(-40), TestPki.days(-10)));
        CheckStep expired = failure(check(tls("")), Kind.HOST_CERTIFICATE, "expired on");
        assertThat(expired.certificates()).isNotEmpty();
        assertThat(expired.certificates().get(0).subject()).isEqualTo("CN=localhost");

        serve(peer.pki().server("localhost", LOCALHOST, TestPki.days(10), TestPki.days(40)));
        CheckStep early = failure(check(tls("")), Kind.HOST_CERTIFICATE, "not valid before");
        assertThat(early.remedy()).contains("clock");

        serve(TestPki.selfSigned("localhost", LOCALHOST));
        CheckStep own = failure(check(tls("")), Kind.HOST_CERTIFICATE, "signed by itself");
        assertThat(own.certificates().get(0).selfSigned()).isTrue();

        serve(peer.pki().server("other.example", List.of(TestPki.dns("other.example"))));
        CheckStep name = failure(check(tls("")), Kind.HOST_CERTIFICATE, "other.example", "not for localhost");
        assertThat(name.certificates().get(0).names()).containsExactly("other.example");

        serve(new TestPki("somebody else").server("localhost", LOCALHOST));
        CheckStep authority = failure(check(tls("")), Kind.HOST_CERTIFICATE, "not an authority that is trusted");
        assertThat(authority.remedy()).contains("cacert.pem");
        assertThat(Set.of(expired.remedy(), early.remedy(), own.remedy(), name.remedy(), authority.remedy()))
                .as("a remedy of its own")
                .hasSize(5);

        List<CheckStep> unverified = check(tls("&no_verify=1"));
        assertThat(unverified)
                .filteredOn(step -> step.kind() == Kind.HOST_CERTIFICATE)
                .extracting(CheckStep::verdict)
                .containsExactly(Verdict.WARNING);

        serve(peer.pki().server("localhost", LOCALHOST));
        assertThat(check(tls(""))).extracting(CheckStep::verdict).containsOnly(Verdict.PASSED);
    }

    @Test
    void whatIsWrongWithOurCertificate() throws IOException {
        Path none = Files.createDirectory(folder.resolve("none"));
        failure(check(tls("").replaceAll("pkipath=.*", "pkipath=" + none)), Kind.CERTIFICATE_FILES, "cacert.pem");

        peer.pki().writeAuthority(none.resolve("cacert.pem"));
        List<CheckStep> without = check(tls("").replaceAll("pkipath=.*", "pkipath=" + none));
        failure(without, Kind.CERTIFICATE_ACCEPTED, "wants a certificate", "clientcert.pem");

        Path old = Files.createDirectory(folder.resolve("old"));
        peer.pki().writeAuthority(old.resolve("cacert.pem"));
        peer.pki()
                .client(TestPki.rsa(), "client", TestPki.days(-40), TestPki.days(-10))
                .write(old.resolve("clientcert.pem"), old.resolve("clientkey.pem"));
        CheckStep expired =
                failure(check(tls("").replaceAll("pkipath=.*", "pkipath=" + old)), Kind.OWN_CERTIFICATE, "expired");
        assertThat(expired.certificates().get(0).subject()).isEqualTo("CN=client");
    }

    @Test
    void whatIsWrongWithTheWayOverSsh() throws Exception {
        String key = "?keyfile=" + peer.directory().resolve("ssh/id");
        String host = "test+ssh://root@localhost:" + peer.sshPort() + "/default";
        String known = "&known_hosts=" + peer.directory().resolve("ssh/known_hosts");
        String socket = "&socket=" + peer.socket();

        Path changed = folder.resolve("changed");
        Files.writeString(
                changed,
                "[localhost]:" + peer.sshPort() + " ssh-ed25519 "
                        + "AAAAC3NzaC1lZDI1NTE5AAAAIBpL2w7k1jTtTjvXzBvPpQ6uVnQ1o0cXH1sV2m3wKQ8u\n");
        assertThat(failure(check(host + key + "&known_hosts=" + changed + socket), Kind.SSH_HOST_KEY, "has changed")
                        .remedy())
                .contains(changed.toString());
        failure(
                check(host + key + "&known_hosts=" + folder.resolve("new") + socket),
                Kind.SSH_HOST_KEY,
                "was not trusted");
        failure(
                check(
                        host + "?sshauth=password" + known + socket,
                        answering("wrong"),
                        CallContext.within(Duration.ofSeconds(30))),
                Kind.SSH_AUTHENTICATION,
                "password was not accepted");
        failure(
                check(host + "?sshauth=password" + known + socket),
                Kind.SSH_AUTHENTICATION,
                "you were asked",
                "gave none");
        failure(check(host + key + known + socket + "&netcat=/opt/no-nc"), Kind.FAR_SOCKET, "/opt/no-nc");
        CheckStep missing = failure(
                check(host + key + known + "&netcat=nc&socket=/nonexistent/sock"), Kind.FAR_SOCKET, "No such file");
        assertThat(missing.remedy()).contains("socket=");
        CheckStep denied = failure(
                check(host.replace("root@", "peer@") + key + known + socket), Kind.FAR_SOCKET, "Permission denied");
        assertThat(denied.remedy()).contains("group");

        List<CheckStep> right = check(
                host + "?sshauth=password" + known + socket,
                answering(PASSWORD),
                CallContext.within(Duration.ofSeconds(30)));
        assertThat(right).extracting(CheckStep::verdict).containsOnly(Verdict.PASSED);
    }

    @Test
    void aHostThatHangsOrIsNoDaemon() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0)) {
            CheckStep hang = failure(
                    check("test+tcp://localhost:" + deaf.getLocalPort() + "/default"),
                    Kind.DAEMON_ANSWERS,
                    "nothing was said within 2 s");
            assertThat(hang.remedy()).contains("restart");
        }
        failure(check("test+tcp://localhost:" + peer.sshPort() + "/default"), Kind.DAEMON_ANSWERS, "protocol");
    }

    @Test
    void aCheckThatIsCancelledEndsAtOnceAndBlamesNobody() throws IOException {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try (ServerSocket deaf = new ServerSocket(0)) {
            CallContext call = CallContext.create();
            later.schedule(call::cancel, 200, TimeUnit.MILLISECONDS);
            long begin = System.nanoTime();

            assertThatThrownBy(() -> check(
                            "test+tcp://localhost:" + deaf.getLocalPort() + "/default",
                            AuthenticationCallback.NOBODY,
                            call))
                    .isInstanceOf(CallCancelledException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1900));
        } finally {
            later.shutdownNow();
        }
    }
}
