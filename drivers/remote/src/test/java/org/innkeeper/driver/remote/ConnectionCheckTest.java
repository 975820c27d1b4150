package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CheckStep.Kind;
import org.innkeeper.core.spi.CheckStep.Verdict;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the check finds, against a real libvirtd and sshd. */
@Timeout(60)
class ConnectionCheckTest {
    private final LibvirtdPeer peer = LibvirtdPeer.shared();

    private static List<CheckStep> check(String uri) {
        List<CheckStep> steps = new ArrayList<>();
        new RemoteProvider()
                .check(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE,
                        steps::add);
        return steps;
    }

    private static void assertAllPassed(List<CheckStep> steps, Kind... kinds) {
        assertThat(steps).extracting(CheckStep::kind).containsExactly(kinds);
        assertThat(steps).extracting(CheckStep::verdict).containsOnly(Verdict.PASSED);
    }

    /** The first that is not passed failed with a remedy; all after it were skipped. */
    private static CheckStep failure(List<CheckStep> steps, Kind kind) {
        int at = 0;
        while (steps.get(at).verdict() == Verdict.PASSED) {
            at++;
        }
        CheckStep failed = steps.get(at);
        assertThat(failed.kind()).as(steps.toString()).isEqualTo(kind);
        assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(failed.remedy()).isNotBlank();
        assertThat(steps.subList(at + 1, steps.size()))
                .extracting(CheckStep::verdict)
                .isNotEmpty()
                .containsOnly(Verdict.SKIPPED);
        return failed;
    }

    @Test
    void everyStepOfEachWayPasses() {
        assertAllPassed(
                check(peer.unix("test", "/default")),
                Kind.SOCKET,
                Kind.DAEMON_ANSWERS,
                Kind.AUTHENTICATION,
                Kind.HYPERVISOR,
                Kind.VERSION);
        assertAllPassed(
                check(peer.tcp("test", "/default")),
                Kind.NAME_RESOLUTION,
                Kind.PORT,
                Kind.DAEMON_ANSWERS,
                Kind.AUTHENTICATION,
                Kind.HYPERVISOR,
                Kind.VERSION);
        assertAllPassed(
                check(peer.tls("test", "/default")),
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
        assertAllPassed(
                check(peer.ssh("test", "/default") + "&socket=" + peer.socket()),
                Kind.NAME_RESOLUTION,
                Kind.PORT,
                Kind.SSH_HOST_KEY,
                Kind.SSH_AUTHENTICATION,
                Kind.FAR_SOCKET,
                Kind.DAEMON_ANSWERS,
                Kind.AUTHENTICATION,
                Kind.HYPERVISOR,
                Kind.VERSION);
        assertAllPassed(
                check(peer.ext("test", "/default")),
                Kind.PROGRAM,
                Kind.DAEMON_ANSWERS,
                Kind.AUTHENTICATION,
                Kind.HYPERVISOR,
                Kind.VERSION);
    }

    @Test
    void theVersionIsTold() {
        List<CheckStep> steps = check(peer.unix("test", "/default"));

        assertThat(steps.get(steps.size() - 1).detail()).matches("libvirt [0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void aNameThatIsNotThere() {
        assertThat(failure(check("qemu+tcp://no-such-host.invalid/system"), Kind.NAME_RESOLUTION)
                        .detail())
                .contains("no-such-host.invalid");
    }

    @Test
    void aPortThatIsClosed() {
        assertThat(failure(check("qemu+tls://127.0.0.1:1/system"), Kind.PORT).detail())
                .contains("connection refused");
    }

    @Test
    void aSocketThatIsMissing() {
        failure(check("qemu+unix:///system?socket=/nonexistent/sock"), Kind.SOCKET);
    }

    @Test
    void aProgramThatIsMissing() {
        assertThat(failure(check("qemu+ext:///system?command=no-such-program"), Kind.PROGRAM)
                        .detail())
                .contains("no-such-program");
    }

    @Test
    void anAuthorityThatIsNotOurs() throws Exception {
        Path directory = Files.createTempDirectory("pki");
        TestPki other = new TestPki("other");
        other.writeAuthority(directory.resolve("cacert.pem"));
        other.client("client").write(directory.resolve("clientcert.pem"), directory.resolve("clientkey.pem"));

        String detail = failure(
                        check("test+tls://localhost:" + peer.tlsPort() + "/default?pkipath=" + directory),
                        Kind.HOST_CERTIFICATE)
                .detail();

        assertThat(detail).contains("not an authority that is trusted");
    }

    @Test
    void aNameThatIsNotInTheCertificate() {
        String detail = failure(
                        check("test+tls://127.1:" + peer.tlsPort() + "/default?pkipath="
                                + peer.directory().resolve("pki")),
                        Kind.HOST_CERTIFICATE)
                .detail();

        assertThat(detail).contains("localhost").contains("127.1");
    }

    @Test
    void aHypervisorThatIsNotThere() {
        List<CheckStep> steps = check(peer.tcp("test", "/nonexistent/host.xml"));

        assertThat(steps)
                .filteredOn(step -> step.verdict() == Verdict.FAILED)
                .extracting(CheckStep::kind)
                .containsExactly(Kind.HYPERVISOR);
    }
}
