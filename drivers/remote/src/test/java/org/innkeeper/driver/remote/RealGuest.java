package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A QEMU guest behind a real libvirtd, through everything a guest goes through, over one transport.
 * It runs from one test to the next, since each start takes seconds.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealGuest {
    private static final Duration LIMIT = Duration.ofSeconds(300);

    private final CallContext context = CallContext.within(LIMIT);
    private LibvirtdPeer peer;
    private DriverConnection connection;
    private DomainFacet domains;
    private DomainRef guest;
    private Path disk;

    abstract String uri(LibvirtdPeer peer);

    @BeforeAll
    void defineGuest() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
        peer = LibvirtdPeer.shared();
        connection = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(uri(peer)),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        domains = connection.facet(DomainFacet.class).orElseThrow();
        disk = image("disk.qcow2");
        guest = domains.defineXml(context, definition("guest-" + UUID.randomUUID()), 0);
    }

    @AfterAll
    void removeGuest() {
        if (guest != null) {
            if (domains.status(context, guest).state() != DomainState.SHUT_OFF) {
                domains.destroy(context, guest, 0);
            }
            domains.undefine(
                    context, guest, DomainFlags.UNDEFINE_MANAGED_SAVE | DomainFlags.UNDEFINE_SNAPSHOTS_METADATA);
        }
        if (connection != null) {
            connection.close();
        }
    }

    private Path image(String name) throws Exception {
        Path image = Files.createTempDirectory(peer.directory(), "images").resolve(name);
        assertThat(new ProcessBuilder("qemu-img", "create", "-q", "-f", "qcow2", image.toString(), "64M")
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        return image;
    }

    private String definition(String name) {
        return """
            <domain type='qemu'>
              <name>%s</name>
              <memory unit='MiB'>96</memory>
              <vcpu current='1'>2</vcpu>
              <os><type arch='x86_64' machine='pc'>hvm</type></os>
              <features><acpi/></features>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='%s'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='user'><model type='virtio'/></interface>
                <serial type='pty'/>
                <graphics type='vnc' autoport='yes'/>
                <video><model type='vga'/></video>
                <memballoon model='virtio'/>
              </devices>
            </domain>
            """
                .formatted(name, disk);
    }

    private DomainState state() {
        return domains.status(context, guest).state();
    }

    /** Starts the guest, unless a test before has left it running. */
    private void needRunning() {
        if (state() == DomainState.SHUT_OFF) {
            guest = domains.start(context, guest, 0);
        }
    }

    @Test
    void itStartsPausesResumesAndIsForcedOff() {
        needRunning();
        assertThat(guest.active()).isTrue();
        assertThat(state()).isEqualTo(DomainState.RUNNING);

        domains.suspend(context, guest);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
        domains.resume(context, guest);
        domains.reset(context, guest);
        assertThat(state()).isEqualTo(DomainState.RUNNING);

        domains.destroy(context, guest, 0);
        assertThat(state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    void itsStatisticsAreRealOnes() {
        needRunning();
        StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();

        List<DomainStats> stats = statistics.allStats(context, List.of(guest), 0, 0);

        assertThat(stats).hasSize(1);
        assertThat(stats.get(0).number("cpu.time").orElseThrow()).isPositive();
        assertThat(stats.get(0).number("balloon.current")).hasValue(96 * 1024);
        assertThat(stats.get(0).text("block.0.name")).isEqualTo("vda");
        assertThat(statistics.blockInfo(context, guest, "vda").capacity()).isEqualTo(64L << 20);
        List<VcpuInfo> vcpus = connection.facet(VcpuFacet.class).orElseThrow().vcpus(context, guest);
        assertThat(vcpus).hasSize(1);
        assertThat(vcpus.get(0).state()).isEqualTo(VcpuInfo.RUNNING);
    }

    @Test
    void itsScreenIsSeen() throws IOException {
        needRunning();

        Screenshot picture = connection.facet(ConsoleFacet.class).orElseThrow().screenshot(context, guest, 0);

        assertThat(picture.mimeType()).isEqualTo("image/png");
        // Its size alone would tell little: a guest that has just started shows nothing but black.
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.data())).getWidth())
                .isGreaterThanOrEqualTo(640);
    }

    @Test
    void itsConsoleOpensAndCloses() {
        needRunning();

        openAndCloseConsole(connection);

        assertThat(connection.isAlive()).isTrue();
        assertThat(state()).isEqualTo(DomainState.RUNNING);
    }

    private void openAndCloseConsole(DriverConnection over) {
        ConsoleFacet consoles = over.facet(ConsoleFacet.class).orElseThrow();
        try (ByteStream console = consoles.openConsole(context, guest, null, 0)) {
            console.write(new byte[] {'\r'}, 0, 1);
        }
    }

    /** Calls, console and bulk data are channels of one session: whoever has to type a password does it once. */
    @Test
    void oneSshSessionCarriesEverything() throws Exception {
        needRunning();
        long before = logins();

        try (DriverConnection far = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(peer.ssh("qemu", "/system")),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE)) {
            openAndCloseConsole(far);
            ConsoleFacet consoles = far.facet(ConsoleFacet.class).orElseThrow();
            assertThat(consoles.screenshot(context, guest, 0).data()).isNotEmpty();
            assertThat(far.facet(DomainFacet.class).orElseThrow().list(context, 0))
                    .contains(guest);
        }

        assertThat(logins() - before).isEqualTo(1);
    }

    private long logins() throws IOException {
        try (Stream<String> lines = Files.lines(peer.directory().resolve("ssh/sshd.log"))) {
            return lines.filter(line -> line.contains("Accepted publickey")).count();
        }
    }

    @Test
    void itIsSavedAndRestored() throws Exception {
        needRunning();
        SaveFacet saves = connection.facet(SaveFacet.class).orElseThrow();
        Path file = Files.createTempDirectory(peer.directory(), "saved").resolve("guest.save");

        saves.save(context, guest, file.toString(), null, 0);
        assertThat(state()).isEqualTo(DomainState.SHUT_OFF);
        assertThat(saves.savedXml(context, file.toString(), 0)).contains(guest.name());
        saves.restore(context, file.toString(), null, 0);
        assertThat(state()).isEqualTo(DomainState.RUNNING);

        saves.managedSave(context, guest, 0);
        assertThat(saves.hasManagedSave(context, guest)).isTrue();
        guest = domains.start(context, guest, 0);
        assertThat(saves.hasManagedSave(context, guest)).isFalse();
    }

    @Test
    void itsSnapshotsAreMadeRevertedToAndDeleted() {
        needRunning();
        SnapshotFacet snapshots = connection.facet(SnapshotFacet.class).orElseThrow();

        SnapshotRef first = snapshots.create(context, guest, "<domainsnapshot><name>first</name></domainsnapshot>", 0);
        snapshots.create(context, guest, "<domainsnapshot><name>second</name></domainsnapshot>", 0);

        assertThat(snapshots.list(context, guest, 0))
                .extracting(SnapshotRef::name)
                .containsExactlyInAnyOrder("first", "second");
        assertThat(snapshots.parent(context, first)).isEmpty();
        assertThat(snapshots.current(context, guest)).map(SnapshotRef::name).hasValue("second");
        snapshots.revert(context, first, 0);
        assertThat(snapshots.current(context, guest)).map(SnapshotRef::name).hasValue("first");
        snapshots.list(context, guest, 0).forEach(snapshot -> snapshots.delete(context, snapshot, 0));
        assertThat(snapshots.list(context, guest, 0)).isEmpty();
    }

    @Test
    void aDiskIsPluggedInAndOutAgain() throws Exception {
        needRunning();
        DeviceFacet devices = connection.facet(DeviceFacet.class).orElseThrow();
        String xml = "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='"
                + image("extra.qcow2") + "'/><target dev='vdb' bus='virtio'/></disk>";

        devices.attach(context, guest, xml, DomainFlags.AFFECT_LIVE);

        assertThat(domains.xml(context, guest, 0)).contains("dev='vdb'");
        // Firmware alone does not let go of a device, so whether it goes is the guest's affair: that it is asked
        // counts.
        connection.facet(StatisticsFacet.class).orElseThrow().blockStats(context, guest, "vdb");
        // It goes with the run, which no other test is to have it in.
        domains.destroy(context, guest, 0);
    }

    @Test
    void twoConnectionsSeeTheSame() {
        needRunning();
        try (DriverConnection second = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(peer.tls("qemu", "/system")),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE)) {
            DomainFacet others = second.facet(DomainFacet.class).orElseThrow();

            others.destroy(context, guest, 0);

            await().untilAsserted(() -> assertThat(state()).isEqualTo(DomainState.SHUT_OFF));
        }
    }
}
