package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.tck.GuestConsole;
import org.innkeeper.driver.tck.LinuxGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guest with a real kernel: its console, its balloon, its power button. */
@Timeout(240)
class LinuxGuestTest {
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final int MIB = 1024;

    @TempDir
    Path directory;

    private GuestHost host;
    private DomainRef domain;
    private GuestConsole console;

    @BeforeEach
    void boot() {
        host = GuestHost.open(directory);
        LinuxGuest guest = LinuxGuest.make();
        String xml = "<domain type='qemu'><name>linux</name><memory unit='MiB'>256</memory><vcpu>1</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type><kernel>" + guest.kernel() + "</kernel><initrd>"
                + guest.initrd() + "</initrd><cmdline>console=ttyS0 quiet</cmdline></os>"
                + "<features><acpi/><apic/></features><devices><serial type='pty'/><memballoon model='virtio'/>"
                + "</devices></domain>";
        domain = host.domains().createXml(soon(), xml, DomainFlags.START_PAUSED);
        console = openConsole();
        host.domains().resume(soon(), domain);
        console.awaitBoot();
    }

    private GuestConsole openConsole() {
        return new GuestConsole(host.facet(ConsoleFacet.class).openConsole(soon(), domain, null, 0));
    }

    @AfterEach
    void close() {
        if (console != null) {
            console.close();
        }
        if (host != null) {
            host.close();
        }
    }

    @Test
    void consoleBalloonStatisticsAndPowerButton() {
        console.ask("echo sum=$((40+2))", "sum=42");

        host.domains().setMemory(soon(), domain, 128 * MIB, DomainFlags.AFFECT_LIVE);
        await().atMost(BOOT).until(() -> host.domains().info(soon(), domain).memory() == 128 * MIB);
        assertThat(host.events())
                .filteredOn(ConnectionEvent.DomainOther.class::isInstance)
                .map(ConnectionEvent.DomainOther.class::cast)
                .extracting(ConnectionEvent.DomainOther::eventId)
                .contains(ConnectionEvent.DomainOther.BALLOON_CHANGE);
        assertThat(host.domains().xml(soon(), domain, 0)).contains("<currentMemory unit='KiB'>131072</currentMemory>");

        StatisticsFacet statistics = host.facet(StatisticsFacet.class);
        await().atMost(BOOT).untilAsserted(() -> assertThat(statistics.memoryStats(soon(), domain))
                .extracting(TypedParameter::name)
                .contains("current", "maximum", "rss", "unused", "available"));
        DomainStats stats = statistics
                .allStats(soon(), List.of(domain), StatsGroups.BALLOON | StatsGroups.CPU_TOTAL, 0)
                .get(0);
        assertThat(stats.number("balloon.unused").orElseThrow()).isBetween(1L, 128L * MIB);
        assertThat(stats.number("cpu.time").orElseThrow()).isGreaterThan(100_000_000);

        host.domains().shutdown(soon(), domain, 0);
        await().atMost(BOOT).until(() -> host.domains().list(soon(), 0).isEmpty());
    }

    @Test
    void rebootsAndGoesOnAfterTheProgramCameBack() {
        host.domains().reboot(soon(), domain, 0);
        await("the second boot").atMost(BOOT).until(() -> console.count("GUEST-READY") > 1);
        console.close();
        host.leave();
        host.reopen();

        assertThat(host.state(domain)).isEqualTo(DomainState.RUNNING);
        console = openConsole();
        console.ask("echo again=$((40+3))", "again=43");
    }
}
