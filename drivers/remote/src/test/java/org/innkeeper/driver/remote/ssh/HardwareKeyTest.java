package org.innkeeper.driver.remote.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in devices: an agent holds and signs with them, and a real sshd verifies what it signed. */
@Timeout(60)
class HardwareKeyTest {
    private static final String ED25519 = "sk-ssh-ed25519@openssh.com";
    private static final String ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com";

    @TempDir
    Path settings;

    private SoftwareAuthenticator letIn(String type) throws Exception {
        SoftwareAuthenticator key = SoftwareAuthenticator.of(type);
        Files.writeString(
                LibvirtdPeer.shared().directory().resolve("ssh/authorized_keys"),
                key.publicLine() + "\n",
                StandardOpenOption.APPEND);
        return key;
    }

    private StandInAgent agent(SoftwareAuthenticator key) throws IOException {
        Path socket = settings.resolve("agent");
        settings("IdentityAgent " + socket);
        return new StandInAgent(socket, key);
    }

    private void settings(String line) throws IOException {
        Files.writeString(
                settings.resolve("config"),
                "Host *\n  " + line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Path file(SoftwareAuthenticator key) throws IOException {
        return Files.writeString(settings.resolve("id_sk"), key.keyFile());
    }

    private SshSession open(Path keyFile) {
        LibvirtdPeer peer = LibvirtdPeer.shared();
        return SshSession.open(
                CallContext.within(Duration.ofSeconds(30)),
                new SshTarget(
                        "localhost",
                        peer.sshPort(),
                        "root",
                        keyFile,
                        peer.directory().resolve("ssh/known_hosts"),
                        KnownHosts.Unknown.ASK,
                        "publickey",
                        settings),
                AuthenticationCallback.NOBODY);
    }

    private void assertLetIn(Path keyFile, StandInAgent agent) {
        try (SshSession session = open(keyFile)) {
            assertThat(session.host()).isEqualTo("localhost");
            assertThat(agent.signatures()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ED25519, ECDSA})
    void agentSignsWithTheDevice(String type) throws Exception {
        try (StandInAgent agent = agent(letIn(type))) {
            assertLetIn(null, agent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ED25519, ECDSA})
    void keyFileThatIsNamedMeansTheKeyOfTheAgent(String type) throws Exception {
        SoftwareAuthenticator key = letIn(type);
        try (StandInAgent agent = agent(key)) {
            assertLetIn(file(key), agent);
        }
    }

    @Test
    void keyFileOfTheSettingsMeansTheKeyOfTheAgent() throws Exception {
        SoftwareAuthenticator key = letIn(ED25519);
        settings("IdentityFile " + file(key));
        try (StandInAgent agent = agent(key)) {
            assertLetIn(null, agent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ED25519, ECDSA})
    void withoutAnAgentThatHoldsItTheWayOutIsSaid(String type) throws Exception {
        Path file = file(letIn(type));
        settings("IdentityAgent none");

        assertNotHeld(file, file);
    }

    @Test
    void anAgentWithAnotherKeyDoesNotHoldIt() throws Exception {
        Path file = file(letIn(ED25519));
        try (StandInAgent agent = agent(SoftwareAuthenticator.of(ED25519))) {
            assertNotHeld(file, file);
            assertThat(agent.signatures()).isZero();
        }
    }

    @Test
    void keyFileOfTheSettingsThatNobodyHoldsIsSaidWhenNoOtherKeyIsRight() throws Exception {
        Path file = file(letIn(ED25519));
        settings("IdentityAgent none");
        settings("IdentityFile " + file);

        assertNotHeld(null, file);
    }

    private void assertNotHeld(Path keyFile, Path named) {
        assertThatThrownBy(() -> open(keyFile))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(named.toString())
                .hasMessageContaining("hardware key")
                .satisfies(e -> {
                    InnkeeperException failure = (InnkeeperException) e;
                    assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_UNAVAILABLE);
                    assertThat(failure.info().remedy()).hasValueSatisfying(remedy -> assertThat(remedy)
                            .contains("ssh-add " + named)
                            .contains("command=ssh"));
                });
    }

    @Test
    void otherKeysInTheSettingsAreUsedAllTheSame() throws Exception {
        settings("IdentityAgent none");
        settings("IdentityFile " + file(letIn(ED25519)));
        settings("IdentityFile " + settings.resolve("missing"));
        settings("IdentityFile " + LibvirtdPeer.shared().directory().resolve("ssh/id"));

        try (SshSession session = open(null)) {
            assertThat(session.host()).isEqualTo("localhost");
        }
    }

    @Test
    void algorithmsOfTheUserAreKept() throws Exception {
        settings("PubkeyAcceptedAlgorithms ssh-ed25519");
        try (StandInAgent agent = agent(letIn(ED25519))) {
            assertThatThrownBy(() -> open(null)).isInstanceOf(InnkeeperException.class);
            assertThat(agent.signatures()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAf////w==\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA/////w==\n"
            })
    void damagedFileIsNoHardwareKey(String text) throws Exception {
        assertThat(HardwareKey.read(Files.writeString(settings.resolve("damaged"), text)))
                .isEmpty();
    }

    @Test
    void keyWithItsSecretInTheFileIsNoHardwareKey() throws Exception {
        assertThat(List.of(
                        HardwareKey.read(LibvirtdPeer.shared().directory().resolve("ssh/id")),
                        HardwareKey.read(LibvirtdPeer.shared().directory().resolve("ssh/id.pub"))))
                .allSatisfy(key -> assertThat(key).isEmpty());
    }
}
