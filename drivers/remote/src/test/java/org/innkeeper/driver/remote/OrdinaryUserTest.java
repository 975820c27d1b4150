package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.UserClient.Line;
import org.innkeeper.driver.remote.peer.UserSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A user who is not root and the socket of this machine's daemon: who is let in by polkit and by permissions, and how. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdinaryUserTest {
    private static final String PASSWORD = "open sesame";
    private static final String HOST = "test+unix:///default";
    private static final Path SOCKET = Path.of("/var/run/libvirt/libvirt-sock");

    private LibvirtdPeer peer;

    @BeforeAll
    void start() {
        peer = LibvirtdPeer.withPolkit(PASSWORD);
    }

    @AfterAll
    void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private UserSession user(String name) {
        return new UserSession(peer, name);
    }

    private static void assertDone(List<Line> lines) {
        assertThat(lines)
                .as("%s", lines)
                .extracting(Line::what)
                .containsExactly(
                        "SOCKET", "DAEMON_ANSWERS", "AUTHENTICATION", "HYPERVISOR", "VERSION", "LIST", "PAUSE");
        assertThat(lines).extracting(Line::result).containsOnly("PASSED", "DONE");
        assertThat(lines.get(5).detail()).isEqualTo("test");
    }

    /** The step of the check and the error of opening say the same. */
    private static Line assertRefused(List<Line> lines, String step, String code) {
        Line error = lines.get(lines.size() - 1);
        assertThat(error.what()).as("%s", lines).isEqualTo("ERROR");
        assertThat(error.result()).as("%s", error).isEqualTo(code);
        assertThat(lines).contains(new Line(step, "FAILED", error.detail(), error.remedy()));
        assertThat(lines).filteredOn(line -> line.result().equals("FAILED")).hasSize(1);
        return error;
    }

    @Test
    void aRuleOfPolkitLetsTheUserIn() throws IOException {
        assertDone(user("allowed").connect(HOST, false));
    }

    @Test
    void aRuleOfPolkitKeepsTheUserOut() throws IOException {
        Line error = assertRefused(user("denied").connect(HOST, false), "AUTHENTICATION", "AUTH_FAILED");

        assertThat(error.detail()).contains("polkit does not let denied use", "access denied by policy");
        assertThat(error.remedy())
                .contains("org.libvirt.unix.manage allowed for denied", "/etc/polkit-1/rules.d", "read-only");
    }

    @Test
    void whoMustGiveAPasswordIsToldThatNobodyAsksForIt() throws IOException {
        Line error = assertRefused(user("peer").connect(HOST, false), "AUTHENTICATION", "AUTH_UNAVAILABLE");

        assertThat(error.detail()).contains("polkit wants a password before peer may use", "no polkit agent");
        assertThat(error.remedy()).contains("pkttyagent --process ", "usermod -aG libvirt peer", "read-only");
    }

    @Test
    void thePasswordGivenToTheAgentLetsTheUserIn() throws IOException {
        assertDone(user("peer").connectWithAgent(HOST, PASSWORD));
    }

    @Test
    void aFarHostHasNoAgentEither() {
        String uri = peer.ssh("test", "/default").replace("root@", "peer@") + "&socket=" + peer.socket();

        assertThatThrownBy(() -> new RemoteProvider()
                        .open(
                                CallContext.within(Duration.ofSeconds(30)),
                                ConnectUri.parse(uri),
                                AuthenticationCallback.NOBODY,
                                OpenOptions.readWrite(),
                                LocalServices.NONE))
                .isInstanceOfSatisfying(AuthenticationException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_UNAVAILABLE);
                    assertThat(failure)
                            .hasMessageContaining("before peer may use the daemon of localhost")
                            .hasMessageContaining("no polkit agent to ask for it on localhost");
                    assertThat(failure.info().remedy()).hasValueSatisfying(remedy -> assertThat(remedy)
                            .startsWith("On localhost, have peer put into the group libvirt")
                            .doesNotContain("pkttyagent"));
                });
    }

    @Test
    void readingNeedsNoPasswordAndStaysReading() throws IOException {
        List<Line> lines = user("peer").connect(HOST, true);

        assertThat(lines.get(0).detail()).contains(SOCKET + "-ro");
        assertThat(lines).contains(new Line("LIST", "DONE", "test", ""));
        Line error = lines.get(lines.size() - 1);
        assertThat(error.result()).isEqualTo("OPERATION_DENIED");
        assertThat(lines).extracting(Line::result).doesNotContain("FAILED");
    }

    @Test
    void aSocketOfAGroupNamesTheGroup() throws IOException {
        Line error = withPermissions(
                "rwxrwx---", () -> assertRefused(user("allowed").connect(HOST, false), "SOCKET", "SYSTEM_ERROR"));

        assertThat(error.detail())
                .contains("cannot connect to the socket " + SOCKET, "permission denied", "the group adm (rwxrwx---)");
        assertThat(error.remedy()).contains("Join the group adm (usermod -aG adm allowed)", "read-only");
    }

    @Test
    void aSocketOfRootAloneNeedsAnotherSetting() throws IOException {
        Line error = withPermissions(
                "rwx------", () -> assertRefused(user("allowed").connect(HOST, false), "SOCKET", "SYSTEM_ERROR"));

        assertThat(error.detail()).contains("permission denied", "the user root", "(rwx------)");
        assertThat(error.remedy()).contains("unix_sock_group = \"libvirt\"", "read-only");
    }

    @Test
    void aFolderThatCannotBeEnteredIsNamed() throws IOException {
        Path folder = Files.createDirectory(peer.directory().resolve("closed"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        Line error = assertRefused(
                user("allowed").connect(HOST + "?socket=" + folder.resolve("deep/socket"), false),
                "SOCKET",
                "SYSTEM_ERROR");

        assertThat(error.detail()).contains("permission denied, the folder " + folder + ", which belongs to");
    }

    @FunctionalInterface
    private interface Attempt {
        Line run() throws IOException;
    }

    private Line withPermissions(String permissions, Attempt attempt) throws IOException {
        PosixFileAttributeView socket = Files.getFileAttributeView(peer.socket(), PosixFileAttributeView.class);
        GroupPrincipal group = socket.readAttributes().group();
        try {
            socket.setGroup(peer.socket()
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByGroupName("adm"));
            socket.setPermissions(PosixFilePermissions.fromString(permissions));
            return attempt.run();
        } finally {
            socket.setGroup(group);
            socket.setPermissions(PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }
}
