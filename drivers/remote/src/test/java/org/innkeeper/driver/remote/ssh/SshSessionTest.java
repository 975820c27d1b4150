package org.innkeeper.driver.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.RemoteProvider;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions with a real sshd: keys of every current kind, the agent, jumps, known hosts. */
@Timeout(60)
class SshSessionTest {
    private static final String PASSPHRASE = "a long passphrase";

    private final LibvirtdPeer peer = LibvirtdPeer.shared();

    @TempDir
    Path settings;

    private static CallContext context() {
        return CallContext.within(Duration.ofSeconds(30));
    }

    /** Makes a key that the host lets in. */
    private Path key(String passphrase, String... kind) throws IOException, InterruptedException {
        Path key = Files.createTempDirectory(settings, "key").resolve("id");
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", passphrase, "-f", key.toString()));
        command.addAll(List.of(kind));
        run(command.toArray(String[]::new));
        letIn(Path.of(key + ".pub"));
        return key;
    }

    private void letIn(Path publicKey) throws IOException {
        Files.writeString(
                peer.directory().resolve("ssh/authorized_keys"),
                Files.readString(publicKey),
                StandardOpenOption.APPEND);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
        return said;
    }

    private SshTarget target(String host, int port, Path key, Path knownHosts, KnownHosts.Unknown unknown) {
        return new SshTarget(host, port, "root", key, knownHosts, unknown, "publickey", settings);
    }

    private Path knownHosts() {
        return peer.directory().resolve("ssh/known_hosts");
    }

    private void assertLetIn(Path key, AuthenticationCallback auth) {
        SshTarget target = target("localhost", peer.sshPort(), key, knownHosts(), KnownHosts.Unknown.ASK);
        try (SshSession session = SshSession.open(context(), target, auth)) {
            assertThat(session.hops()).containsExactly("localhost");
        }
    }

    private static AuthenticationCallback passphrase(String text) {
        return request -> {
            assertThat(request.credentials()).hasSize(1);
            assertThat(request.credentials().get(0).type()).isEqualTo(CredentialType.PASSPHRASE);
            return Optional.of(List.of(text.toCharArray()));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "-t ed25519",
        "-t ecdsa -b 256",
        "-t ecdsa -b 384",
        "-t ecdsa -b 521",
        "-t ecdsa -b 256 -m PEM",
        "-t ecdsa -b 256 -m PKCS8",
        "-t rsa -b 3072",
        "-t rsa -b 2048 -m PEM",
        "-t rsa -b 2048 -m PKCS8"
    })
    void keyOfAnyKindIsLetIn(String kind) throws Exception {
        assertLetIn(key("", kind.split(" ")), AuthenticationCallback.NOBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "-t ed25519",
        "-t ecdsa -b 256",
        "-t ecdsa -b 256 -m PEM",
        "-t ecdsa -b 256 -m PKCS8",
        "-t rsa -b 2048",
        "-t rsa -b 2048 -m PEM",
        "-t rsa -b 2048 -m PKCS8"
    })
    void encryptedKeyIsLetInWithItsPassphrase(String kind) throws Exception {
        assertLetIn(key(PASSPHRASE, kind.split(" ")), passphrase(PASSPHRASE));
    }

    @Test
    void keyWhosePassphraseNobodyKnowsIsSaid() throws Exception {
        Path key = key(PASSPHRASE, "-t", "ed25519");

        assertThatThrownBy(() -> assertLetIn(key, AuthenticationCallback.NOBODY))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageNotContaining(PASSPHRASE);
    }

    @Test
    void agentHoldsTheKey() throws Exception {
        Path key = key("", "-t", "ed25519");
        Path socket = settings.resolve("agent");
        String started = run("ssh-agent", "-s", "-a", socket.toString());
        String pid = started.replaceAll("(?s).*SSH_AGENT_PID=(\\d+).*", "$1");
        try {
            run("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString());
            Files.delete(key);
            Files.writeString(settings.resolve("config"), "Host *\n  IdentityAgent " + socket + "\n");

            assertLetIn(null, AuthenticationCallback.NOBODY);
        } finally {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void settingsNameKeyPortUserAndJump() throws Exception {
        Path key = key("", "-t", "ed25519");
        String common =
                "  HostName localhost\n  Port " + peer.sshPort() + "\n  User root\n  IdentityFile " + key + "\n";
        Files.writeString(
                settings.resolve("config"), "Host inner\n" + common + "  ProxyJump outer\nHost outer\n" + common);
        // As the far names, under which both hosts are known.
        Path known = settings.resolve("known_hosts");
        String[] words = Files.readString(knownHosts()).strip().split(" ");
        Files.writeString(known, words[0] + " " + words[1] + " " + words[2] + "\n");
        SshTarget target = new SshTarget("inner", 0, null, null, known, KnownHosts.Unknown.ASK, "publickey", settings);

        try (SshSession session = SshSession.open(context(), target, AuthenticationCallback.NOBODY)) {
            assertThat(session.hops()).containsExactly("outer", "inner");
        }
    }

    @Test
    void hashedKnownHostIsKnown() throws Exception {
        Path hashed = settings.resolve("hashed");
        Files.copy(knownHosts(), hashed);
        run("ssh-keygen", "-q", "-H", "-f", hashed.toString());
        assertThat(Files.readString(hashed)).startsWith("|1|").doesNotContain("localhost");
        SshTarget target =
                target("localhost", peer.sshPort(), peer.directory().resolve("ssh/id"), hashed, KnownHosts.Unknown.ASK);

        try (SshSession session = SshSession.open(context(), target, AuthenticationCallback.NOBODY)) {
            assertThat(session.host()).isEqualTo("localhost");
        }
    }

    @Test
    void newHostIsAskedAboutOnceAndKept() throws Exception {
        Path known = settings.resolve("new");
        SshTarget target =
                target("localhost", peer.sshPort(), peer.directory().resolve("ssh/id"), known, KnownHosts.Unknown.ASK);
        AuthenticationCallback yes = request -> {
            assertThat(request.credentials().get(0).type()).isEqualTo(CredentialType.CONFIRM_HOST);
            return Optional.of(List.of("yes".toCharArray()));
        };

        SshSession.open(context(), target, yes).close();
        SshSession.open(context(), target, AuthenticationCallback.NOBODY).close();

        assertThat(Files.readString(known)).contains("localhost").contains("ssh-ed25519");
    }

    /** An sshd that forwards no sockets, as some are set up: the way is by a program there then. */
    @Test
    void withoutForwardingAProgramThereIsTheWay() throws Exception {
        int port = freePort();
        Path config = settings.resolve("sshd_config");
        Files.writeString(
                config,
                Files.readString(peer.directory().resolve("ssh/sshd_config"))
                        .replaceFirst("Port \\d+", "Port " + port)
                        .replaceFirst("ListenAddress.*", "ListenAddress 127.0.0.1\nAllowStreamLocalForwarding no"));
        Files.createDirectories(Path.of("/run/sshd"));
        Process sshd = new ProcessBuilder("/usr/sbin/sshd", "-D", "-f", config.toString()).start();
        try {
            String uri = "test+ssh://root@localhost:" + port + "/default?known_hosts_verify=ignore&known_hosts="
                    + settings.resolve("none") + "&keyfile=" + peer.directory().resolve("ssh/id");
            awaitPort(port);
            try (DriverConnection connection = open(uri + "&socket=" + peer.socket())) {
                assertThat(connection.isAlive()).isTrue();
            }
            assertThatThrownBy(() -> open(uri + "&socket=/nonexistent/sock"))
                    .hasMessageContaining("No such file")
                    .satisfies(e -> assertThat(((InnkeeperException) e).info().remedy())
                            .hasValueSatisfying(remedy -> assertThat(remedy).containsIgnoringCase("start libvirtd")));
            assertThatThrownBy(() -> open(uri + "&netcat=no-such-nc&socket=" + peer.socket()))
                    .hasMessageContaining("no-such-nc")
                    .satisfies(e -> assertThat(((InnkeeperException) e).info().remedy())
                            .hasValueSatisfying(remedy -> assertThat(remedy).contains("netcat-openbsd")));
        } finally {
            sshd.destroy();
        }
    }

    @Test
    void hostWithoutSshdIsSaidWithAllItsAddresses() throws Exception {
        SshTarget target = target("localhost", freePort(), null, knownHosts(), KnownHosts.Unknown.ASK);

        assertThatThrownBy(() -> SshSession.open(context(), target, AuthenticationCallback.NOBODY))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("127.0.0.1: connection refused")
                .satisfies(e -> assertThat(((InnkeeperException) e).info().remedy())
                        .hasValueSatisfying(remedy -> assertThat(remedy).contains("sshd")));
    }

    @Test
    void sshProgramOfTheUriIsUsed() throws Exception {
        Path program = settings.resolve("ssh");
        Files.writeString(program, "#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile=" + knownHosts() + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?no_tty=1&keyfile="
                + peer.directory().resolve("ssh/id") + "&command=" + program + "&socket=" + peer.socket();

        try (DriverConnection connection = open(uri)) {
            assertThat(connection.isAlive()).isTrue();
        }
    }

    /** By sshd, which forwards no socket the account may not use, and by netcat there. */
    @Test
    void farSocketThatIsNotForTheAccountIsAMatterOfRights() {
        String uri = "test+ssh://peer@localhost:" + peer.sshPort() + "/default?known_hosts=" + knownHosts()
                + "&keyfile=" + peer.directory().resolve("ssh/id") + "&socket=" + peer.socket();

        for (String way : List.of("", "&netcat=nc")) {
            assertThatThrownBy(() -> open(uri + way))
                    .isInstanceOf(InnkeeperException.class)
                    .satisfies(e -> assertThat(((InnkeeperException) e).info().isPermissionDenied())
                            .as("%s", e)
                            .isTrue());
        }
    }

    /** {@code no_tty} means no question of any kind, those of dialogs included. */
    @Test
    void nobodyIsAskedWhereTheUriForbidsIt() throws Exception {
        Path key = key(PASSPHRASE, "-t", "ed25519");
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?no_tty=1&known_hosts=" + knownHosts()
                + "&keyfile=" + key;
        List<Object> asked = new ArrayList<>();

        assertThatThrownBy(() -> new RemoteProvider()
                        .open(
                                context(),
                                ConnectUri.parse(uri),
                                request -> {
                                    asked.add(request);
                                    return Optional.of(List.of(PASSPHRASE.toCharArray()));
                                },
                                OpenOptions.readWrite(),
                                LocalServices.NONE))
                .isInstanceOf(InnkeeperException.class);

        assertThat(asked).isEmpty();
    }

    private static DriverConnection open(String uri) {
        return new RemoteProvider()
                .open(
                        context(),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(int port) {
        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> {
            try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
                return socket.isConnected();
            }
        });
    }
}
