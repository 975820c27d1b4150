package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The driver against a real libvirtd, over every transport. */
@Timeout(120)
class RealDaemonTest {
    private static final UUID TEST_GUEST = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final CallContext context = CallContext.within(Duration.ofSeconds(60));

    private DriverConnection open(String uri) {
        return open(uri, AuthenticationCallback.NOBODY, OpenOptions.readWrite());
    }

    private DriverConnection open(String uri, AuthenticationCallback auth, OpenOptions options) {
        return new RemoteProvider().open(context, ConnectUri.parse(uri), auth, options, LocalServices.NONE);
    }

    private String uri(String transport, String driver, String path) {
        return switch (transport) {
            case "unix" -> peer.unix(driver, path);
            case "tcp" -> peer.tcp(driver, path);
            case "tls" -> peer.tls(driver, path);
            case "ssh" -> peer.ssh(driver, path) + "&socket=" + peer.socket();
            case "ssh with netcat" -> peer.ssh(driver, path) + "&netcat=nc&socket=" + peer.socket();
            case "ssh with helper" -> peer.ssh(driver, path) + "&proxy=native";
            case "ext" -> peer.ext(driver, path);
            default -> throw new IllegalArgumentException(transport);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp", "tls", "ssh", "ssh with netcat", "ssh with helper", "ext"})
    void theDefaultHostIsSeenOverEachTransport(String transport) {
        try (DriverConnection connection = open(uri(transport, "test", "/default"))) {
            NodeFacet node = connection.facet(NodeFacet.class).orElseThrow();
            assertThat(node.type(context)).isEqualToIgnoringCase("test");
            assertThat(node.info(context)).isEqualTo(new NodeInfo("i686", 3_145_728, 16, 1400, 2, 2, 2, 2));
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            assertThat(domains.list(context, 0)).containsExactly(new DomainRef("test", TEST_GUEST, 1));
            List<DomainStats> stats = connection
                    .facet(StatisticsFacet.class)
                    .orElseThrow()
                    .allStats(context, List.of(), StatsGroups.STATE, 0);
            assertThat(stats).hasSize(1);
            assertThat(stats.get(0).number("state.state")).hasValue(DomainState.RUNNING.number());
            assertThat(connection.isAlive()).isTrue();
            assertThat(connection.isSecure()).isEqualTo(!transport.equals("tcp"));
            assertThat(connection.isEncrypted()).isEqualTo(transport.equals("tls") || transport.startsWith("ssh"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp", "tls", "ssh", "ssh with netcat", "ssh with helper", "ext"})
    void theDaemonChoosesItsHypervisor(String transport) {
        try (DriverConnection connection = open(uri(transport, "remote", "/"))) {
            assertThat(connection.facet(NodeFacet.class).orElseThrow().type(context))
                    .isEqualTo("QEMU");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp", "tls", "ssh", "ext"})
    void anErrorArrivesAsTheFarEndRaisedIt(String transport) {
        try (DriverConnection connection = open(uri(transport, "test", "/default"))) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            assertThatThrownBy(() -> domains.lookupByName(context, "nobody"))
                    .isInstanceOf(InnkeeperException.class)
                    .extracting(e -> ((InnkeeperException) e).code())
                    .isEqualTo(ErrorCode.NO_DOMAIN);
        }
    }

    @Test
    void aReadOnlyConnectionIsReadOnlyThereToo() {
        try (DriverConnection connection =
                open(peer.unix("test", "/default"), AuthenticationCallback.NOBODY, OpenOptions.asReadOnly())) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            DomainRef guest = domains.lookupByName(context, "test");
            assertThatThrownBy(() -> domains.suspend(context, guest))
                    .isInstanceOf(InnkeeperException.class)
                    .extracting(e -> ((InnkeeperException) e).code())
                    .isEqualTo(ErrorCode.OPERATION_DENIED);
        }
    }

    @Test
    void eventsComeInOrder() throws Exception {
        try (DriverConnection connection = open(peer.tcp("test", "/default"))) {
            List<DomainLifecycleType> types = Collections.synchronizedList(new ArrayList<>());
            connection.facet(EventFacet.class).orElseThrow().subscribe(context, event -> {
                if (event instanceof ConnectionEvent.DomainLifecycle lifecycle) {
                    types.add(lifecycle.type());
                }
            });
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            DomainRef guest = domains.lookupByName(context, "test");

            domains.suspend(context, guest);
            domains.resume(context, guest);

            await().untilAsserted(() ->
                    assertThat(types).containsExactly(DomainLifecycleType.SUSPENDED, DomainLifecycleType.RESUMED));
        }
    }

    @Test
    void whatWeSeeIsWhatVirshSees() throws Exception {
        String uri = peer.unix("test", "/default");
        try (DriverConnection connection = open(uri)) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            DomainRef guest = domains.lookupByName(context, "test");

            assertThat(peer.virsh(uri, "list", "--all", "--name", "--uuid").strip())
                    .contains(guest.name())
                    .contains(guest.uuid().toString());
            assertThat(domains.xml(context, guest, DomainFlags.XML_INACTIVE).strip())
                    .isEqualTo(peer.virsh(uri, "dumpxml", "--inactive", "test").strip());
            assertThat(connection
                            .facet(NodeFacet.class)
                            .orElseThrow()
                            .capabilities(context)
                            .strip())
                    .isEqualTo(peer.virsh(uri, "capabilities").strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "ssh", "tls"})
    void aVolumeGoesUpAndComesDownAgain(String transport) {
        try (DriverConnection connection = open(uri(transport, "qemu", "/system"))) {
            StorageFacet storage = connection.facet(StorageFacet.class).orElseThrow();
            Path directory = peer.directory().resolve("pool-" + UUID.randomUUID());
            StoragePoolRef pool = storage.definePoolXml(
                    context,
                    "<pool type='dir'><name>" + directory.getFileName() + "</name><target><path>" + directory
                            + "</path></target></pool>");
            storage.buildPool(context, pool, 0);
            storage.startPool(context, pool, 0);
            VolumeRef volume = storage.createVolumeXml(
                    context,
                    pool,
                    "<volume><name>data.img</name><capacity>3000000</capacity><target><format type='raw'/></target>"
                            + "</volume>",
                    0);
            byte[] sent = new byte[3_000_000];
            new java.util.Random(1).nextBytes(sent);

            try (ByteStream up = storage.upload(context, volume, 0, sent.length, 0)) {
                up.write(sent, 0, sent.length);
                up.finish();
            }

            try (ByteStream down = storage.download(context, volume, 0, 0, 0)) {
                assertThat(readAll(down)).isEqualTo(sent);
                down.finish();
            }
            storage.deleteVolume(context, volume, 0);
            storage.destroyPool(context, pool);
            storage.undefinePool(context, pool);
            assertThat(connection.isAlive()).isTrue();
        }
    }

    private static byte[] readAll(ByteStream stream) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[100_000];
        for (int count = stream.read(buffer, 0, buffer.length);
                count >= 0;
                count = stream.read(buffer, 0, buffer.length)) {
            all.write(buffer, 0, count);
        }
        return all.toByteArray();
    }

    @Test
    void aMissingSocketIsNamedWithARemedy() {
        assertThatThrownBy(() -> open("qemu+unix:///system?socket=/nonexistent/libvirt-sock"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("/nonexistent/libvirt-sock")
                .hasMessageContaining("no such socket")
                .satisfies(e ->
                        assertThat(((InnkeeperException) e).info().remedy()).isPresent());
    }

    @Test
    void aMissingFarSocketIsSaidByTheFarProgram() {
        assertThatThrownBy(() -> open(peer.ssh("qemu", "/system") + "&netcat=nc&socket=/nonexistent/sock"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("/nonexistent/sock");
    }

    @Test
    void aMissingNetcatIsSaidByTheFarShell() {
        assertThatThrownBy(() -> open(peer.ssh("qemu", "/system") + "&netcat=no-such-nc&socket=" + peer.socket()))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("no-such-nc");
    }

    @Test
    void anUnknownHostKeyIsAskedAboutOnceAndThenKnown() throws Exception {
        Path knownHosts = Files.createTempDirectory("ssh").resolve("known_hosts");
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?keyfile="
                + peer.directory().resolve("ssh/id") + "&known_hosts=" + knownHosts + "&socket=" + peer.socket();
        List<CredentialRequest> requests = new ArrayList<>();
        AuthenticationCallback yes = request -> {
            requests.add(request);
            return Optional.of(List.of("yes".toCharArray()));
        };

        open(uri, yes, OpenOptions.readWrite()).close();
        open(uri, yes, OpenOptions.readWrite()).close();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).credentials().get(0).prompt()).contains("SHA256:");
        assertThat(knownHosts).content().contains("localhost");
    }

    @Test
    void anUnknownHostKeyThatIsNotTrustedIsRefused() throws Exception {
        Path knownHosts = Files.createTempDirectory("ssh").resolve("known_hosts");
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?keyfile="
                + peer.directory().resolve("ssh/id") + "&known_hosts=" + knownHosts;

        assertThatThrownBy(() -> open(uri)).hasMessageContaining("not known and was not trusted");
        assertThat(knownHosts).content().isEmpty();
    }

    @Test
    void aChangedHostKeyIsAHardStop() throws Exception {
        Path other = Files.createTempDirectory("ssh").resolve("key");
        assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other.toString())
                        .start()
                        .waitFor())
                .isZero();
        String[] key = Files.readString(Path.of(other + ".pub")).split(" ");
        Path knownHosts = other.resolveSibling("known_hosts");
        Files.writeString(knownHosts, "[localhost]:" + peer.sshPort() + " " + key[0] + " " + key[1] + "\n");
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?no_verify=1&keyfile="
                + peer.directory().resolve("ssh/id") + "&known_hosts=" + knownHosts;
        AuthenticationCallback yes = request -> Optional.of(List.of("yes".toCharArray()));

        assertThatThrownBy(() -> open(uri, yes, OpenOptions.readWrite()))
                .hasMessageContaining("has changed")
                .hasMessageContaining("SHA256:");
    }

    @Test
    void aKeyThatIsNotLetInIsSaid() throws Exception {
        Path other = Files.createTempDirectory("ssh").resolve("key");
        assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other.toString())
                        .start()
                        .waitFor())
                .isZero();
        String uri = "test+ssh://root@localhost:" + peer.sshPort() + "/default?keyfile=" + other + "&known_hosts="
                + peer.directory().resolve("ssh/known_hosts");

        assertThatThrownBy(() -> open(uri)).hasMessageContaining("none of the keys");
    }

    @Test
    void aClientWithoutCertificateIsRefusedByTheHost() throws Exception {
        Path directory = Files.createTempDirectory("pki");
        peer.pki().writeAuthority(directory.resolve("cacert.pem"));

        assertThatThrownBy(() -> open("test+tls://localhost:" + peer.tlsPort() + "/default?pkipath=" + directory))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("refused the certificate of this client");
    }

    @Test
    void aPasswordReachesNoMessage() {
        char[] word = "correct horse".toCharArray();
        assertThatThrownBy(() -> open(
                        peer.ssh("test", "/default") + "&sshauth=password",
                        request -> Optional.of(List.of(word.clone())),
                        OpenOptions.readWrite()))
                .isInstanceOf(InnkeeperException.class)
                .satisfies(e -> assertThat(Arrays.toString(e.getStackTrace()) + e + ((InnkeeperException) e).info())
                        .doesNotContain("correct horse"));
    }
}
