package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.GuestConsole;
import org.innkeeper.driver.tck.LinuxGuest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * What only a guest with an operating system can answer, behind a real libvirtd. One guest goes through all of it, since
 * each boot takes seconds; it is off at the end of the last test.
 */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinuxGuestTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FORCE_CONSOLE = 1;
    private static final int SHUT_DOWN_BY_GUEST = 1;
    private static final int PANICKED = 1;
    private static final int MIB = 1024;

    private final String name = "linux-" + UUID.randomUUID();
    private LibvirtdPeer peer;
    private DriverConnection connection;
    private DomainFacet domains;
    private Path files;
    private DomainRef guest;
    private GuestConsole console;

    @BeforeAll
    void defineGuest() throws Exception {
        LinuxGuest linux = LinuxGuest.make();
        peer = LibvirtdPeer.shared();
        connection = new RemoteProvider()
                .open(
                        context(),
                        ConnectUri.parse(peer.tls("qemu", "/system")),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        domains = facet(DomainFacet.class);
        files = Files.createTempDirectory(peer.directory(), "linux");
        guest = domains.defineXml(context(), definition(linux), 0);
        boot();
    }

    @AfterAll
    void removeGuest() {
        if (guest != null) {
            if (state() != DomainState.SHUT_OFF) {
                domains.destroy(context(), guest, 0);
            }
            domains.undefine(
                    context(), guest, DomainFlags.UNDEFINE_MANAGED_SAVE | DomainFlags.UNDEFINE_SNAPSHOTS_METADATA);
        }
        if (connection != null) {
            connection.close();
        }
    }

    private String definition(LinuxGuest linux) throws Exception {
        return """
            <domain type='qemu'>
              <name>%s</name>
              <memory unit='MiB'>192</memory>
              <vcpu current='1'>2</vcpu>
              <os>
                <type arch='x86_64' machine='pc'>hvm</type>
                <kernel>%s</kernel>
                <initrd>%s</initrd>
                <cmdline>console=ttyS0 quiet panic=0</cmdline>
              </os>
              <features><acpi/><apic/></features>
              <on_crash>preserve</on_crash>
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='%s'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <serial type='pty'/>
                <graphics type='vnc' autoport='yes'/>
                <video><model type='vga'/></video>
                <memballoon model='virtio'><stats period='1'/></memballoon>
                <panic model='isa'/>
              </devices>
            </domain>
            """
                .formatted(name, linux.kernel(), linux.initrd(), image("disk.qcow2"));
    }

    private Path image(String file) throws IOException, InterruptedException {
        Path image = files.resolve(file);
        Process program = new ProcessBuilder("qemu-img", "create", "-q", "-f", "qcow2", image.toString(), "64M")
                .inheritIO()
                .start();
        assertThat(program.waitFor()).isZero();
        return image;
    }

    private static CallContext context() {
        return CallContext.within(Duration.ofSeconds(90));
    }

    private <F extends Facet> F facet(Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    private DomainState state() {
        return domains.status(context(), guest).state();
    }

    private void awaitState(DomainState state) {
        await("state " + state).atMost(PATIENCE).until(() -> state() == state);
    }

    /** From a start in pause, so that nothing it says is missed. */
    private void boot() {
        guest = domains.start(context(), guest, DomainFlags.START_PAUSED);
        openConsole();
        domains.resume(context(), guest);
        console.awaitBoot();
    }

    private void openConsole() {
        if (console != null) {
            console.close();
        }
        console = new GuestConsole(facet(ConsoleFacet.class).openConsole(context(), guest, null, FORCE_CONSOLE));
    }

    @Test
    @Order(1)
    void consoleCarriesTextBothWays() {
        console.ask("echo sum=$((40+2))", "sum=42");
    }

    @Test
    @Order(1)
    void balloonTellsHowMuchTheGuestUses() {
        domains.setMemory(context(), guest, 160L * MIB, DomainFlags.AFFECT_LIVE);

        await().atMost(PATIENCE).until(() -> domains.info(context(), guest).memory() == 160L * MIB);
        StatisticsFacet statistics = facet(StatisticsFacet.class);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statistics.memoryStats(context(), guest))
                .extracting(TypedParameter::name)
                .contains("unused", "available", "rss"));
        assertThat(statistics.allStats(context(), List.of(guest), 0, 0))
                .singleElement()
                .satisfies(stats -> {
                    assertThat(stats.number("balloon.unused").orElseThrow()).isBetween(1L, 160L * MIB);
                    assertThat(stats.number("cpu.time").orElseThrow()).isGreaterThan(100_000_000);
                });
    }

    @Test
    @Order(1)
    void readsOfTheGuestAreCounted() {
        StatisticsFacet statistics = facet(StatisticsFacet.class);
        long before = statistics.blockStats(context(), guest, "vda").readBytes();

        console.ask("dd if=/dev/vda of=/dev/null bs=1M count=8 && echo read=$((4*2))", "read=8");

        assertThat(statistics.blockStats(context(), guest, "vda").readBytes() - before)
                .isGreaterThanOrEqualTo(8L << 20);
    }

    @Test
    @Order(1)
    void screenShowsWhatTheGuestDraws() {
        ConsoleFacet consoles = facet(ConsoleFacet.class);
        byte[] before = consoles.screenshot(context(), guest, 0).data();

        console.ask("seq 1 40 > /dev/tty0; echo drawn=$((7*7))", "drawn=49");

        await().atMost(PATIENCE)
                .until(() -> !java.util.Arrays.equals(
                        before, consoles.screenshot(context(), guest, 0).data()));
    }

    @Test
    @Order(1)
    void diskComesAndGoesWithTheGuestsConsent() throws Exception {
        DeviceFacet devices = facet(DeviceFacet.class);
        String xml = "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='"
                + image("extra.qcow2") + "'/><target dev='vdb' bus='virtio'/></disk>";

        devices.attach(context(), guest, xml, DomainFlags.AFFECT_LIVE);
        console.ask("until test -b /dev/vdb; do sleep 0.1; done; echo size=$(cat /sys/block/vdb/size)", "size=131072");
        devices.detach(context(), guest, xml, DomainFlags.AFFECT_LIVE);

        await().atMost(PATIENCE).until(() -> !domains.xml(context(), guest, 0).contains("dev='vdb'"));
        console.ask("until test ! -e /dev/vdb; do sleep 0.1; done; echo gone=$((6*6))", "gone=36");
    }

    @Test
    @Order(1)
    void interfaceComesAndGoesWithTheGuestsConsent() {
        DeviceFacet devices = facet(DeviceFacet.class);
        String mac = "52:54:00:aa:bb:01";
        String xml = "<interface type='user'><mac address='" + mac + "'/><model type='virtio'/></interface>";
        String count = "ls /sys/bus/virtio/devices | wc -l";

        devices.attach(context(), guest, xml, DomainFlags.AFFECT_LIVE);
        console.ask("until test $(" + count + ") = 3; do sleep 0.1; done; echo devices=$((1+2))", "devices=3");
        devices.detach(context(), guest, xml, DomainFlags.AFFECT_LIVE);

        await().atMost(PATIENCE).until(() -> !domains.xml(context(), guest, 0).contains(mac));
        console.ask("until test $(" + count + ") = 2; do sleep 0.1; done; echo devices=$((1+1))", "devices=2");
    }

    @Test
    @Order(2)
    void snapshotBringsBackWhatTheGuestHadInMemory() {
        SnapshotFacet snapshots = facet(SnapshotFacet.class);
        console.ask("echo first > /tmp/mark; echo written=$((5*5))", "written=25");
        SnapshotRef snapshot =
                snapshots.create(context(), guest, "<domainsnapshot><name>first</name></domainsnapshot>", 0);
        console.ask("echo second > /tmp/mark; echo written=$((6*6))", "written=36");

        snapshots.revert(context(), snapshot, 0);

        openConsole();
        console.ask("echo mark=$(cat /tmp/mark)", "mark=first");
        snapshots.delete(context(), snapshot, 0);
        assertThat(snapshots.list(context(), guest, 0)).isEmpty();
    }

    @Test
    @Order(3)
    void savedGuestGoesOnWhereItWas() {
        SaveFacet saves = facet(SaveFacet.class);
        String file = files.resolve("saved").toString();
        console.ask("echo kept > /tmp/kept; echo written=$((7*7))", "written=49");

        saves.save(context(), guest, file, null, 0);
        assertThat(state()).isEqualTo(DomainState.SHUT_OFF);
        saves.restore(context(), file, null, 0);

        guest = domains.lookupByUuid(context(), guest.uuid());
        openConsole();
        console.ask("echo file=$(cat /tmp/kept)", "file=kept");
    }

    @Test
    @Order(4)
    void secondVcpuIsSeenByTheGuest() {
        facet(VcpuFacet.class).setCount(context(), guest, 2, DomainFlags.AFFECT_LIVE);

        console.ask("until test -d /sys/devices/system/cpu/cpu1; do sleep 0.1; done; echo cpus=$((1+1))", "cpus=2");
    }

    @Test
    @Order(5)
    void powerButtonShutsItDown() {
        domains.shutdown(context(), guest, 0);

        awaitState(DomainState.SHUT_OFF);
        assertThat(domains.status(context(), guest))
                .isEqualTo(new DomainStatus(DomainState.SHUT_OFF, SHUT_DOWN_BY_GUEST));
        await().atMost(PATIENCE).until(() -> !console.end().isEmpty());
    }

    @Test
    @Order(6)
    void crashIsSeenAndItsMemoryCanBeDumped() throws Exception {
        boot();

        console.type("echo c > /proc/sysrq-trigger");

        awaitState(DomainState.CRASHED);
        assertThat(domains.status(context(), guest).reason()).isEqualTo(PANICKED);
        Path core = files.resolve("core");
        facet(SaveFacet.class).coreDump(context(), guest, core.toString(), 0, DomainFlags.DUMP_MEMORY_ONLY);
        try (var in = Files.newInputStream(core)) {
            assertThat(in.readNBytes(4)).isEqualTo(new byte[] {0x7f, 'E', 'L', 'F'});
        }
        assertThat(Files.size(core)).isGreaterThan(64L << 20);
        domains.destroy(context(), guest, 0);
    }
}
