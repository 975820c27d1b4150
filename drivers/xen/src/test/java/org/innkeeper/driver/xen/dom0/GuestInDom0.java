package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.innkeeper.driver.xen.dom0.Dom0Host.await;
import static org.innkeeper.driver.xen.dom0.Dom0Host.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.driver.tck.GuestConsole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

/** The life of one guest, step by step: each case leaves the guest as the next one needs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class GuestInDom0 {
    private static final long KIB_PER_MIB = 1024;
    private static final int TITLE = 1;
    private static final long ONLY_ALONE = 2;
    private static final String DISK =
            """
            <disk type='block' device='disk'>
              <driver name='phy' type='raw'/>
              <source dev='%s'/>
              <target dev='xvdb' bus='xen'/>
            </disk>""";
    private static final String TARGET = "xvdb";
    private static final String MAC = "00:16:3e:7f:7f:01";
    private static final String CARD =
            "<interface type='bridge'><mac address='" + MAC + "'/><source bridge='xenbr0'/></interface>";

    private final String type;
    private final String name;
    private final UUID uuid = UUID.randomUUID();
    private Dom0Host host;
    private DomainFacet domains;
    private String disk;

    /** @param type of its operating system, in the words of definitions */
    GuestInDom0(String type, String name) {
        this.type = type;
        this.name = name;
    }

    @BeforeAll
    void open() {
        host = new Dom0Host();
        domains = host.domains();
    }

    @AfterAll
    void close() {
        host.removeIfThere(uuid);
        host.close();
    }

    private DomainRef guest() {
        return domains.lookupByUuid(call(), uuid);
    }

    private DomainState state() {
        return domains.status(call(), guest()).state();
    }

    private static boolean runs(DomainState state) {
        return state == DomainState.RUNNING || state == DomainState.BLOCKED;
    }

    private void awaitBoots(int more, int before) {
        await(name + " comes up").until(() -> Dom0Host.boots(name) >= before + more);
    }

    @Test
    @Order(10)
    void isDefined() throws IOException {
        domains.defineXml(call(), Dom0Host.definition(name, uuid, type), 0);
        assertThat(guest().active()).isFalse();
        assertThat(domains.isPersistent(call(), guest())).isTrue();
        assertThat(Files.readString(Path.of("/etc/xen", name))).contains("/srv/guest/vmlinuz");
        assertThat(domains.list(call(), DomainFlags.LIST_INACTIVE)).contains(guest());
    }

    @Test
    @Order(15)
    void keepsWhatXlHasNoPlaceFor() {
        MetadataFacet metadata = host.facet(MetadataFacet.class);
        metadata.setMetadata(call(), guest(), TITLE, "First title", null, null, DomainFlags.AFFECT_CONFIG);
        host.facet(VcpuFacet.class).pin(call(), guest(), 0, CpuMap.of(1), DomainFlags.AFFECT_CONFIG);
        assertThat(Path.of("/var/lib/innkeeper/xen/definitions", uuid + ".xml")).exists();
        try (Dom0Host other = new Dom0Host()) {
            assertThat(other.domains().xml(call(), guest(), DomainFlags.XML_INACTIVE))
                    .contains("<title>First title</title>", "<vcpupin vcpu='0' cpuset='1'");
        }
    }

    @Test
    @Order(20)
    void startsWithTheHostWhereWanted() {
        Path link = Path.of("/etc/xen/auto", name);
        domains.setAutostart(call(), guest(), true);
        assertThat(domains.autostart(call(), guest())).isTrue();
        assertThat(link).isSymbolicLink();
        domains.setAutostart(call(), guest(), false);
        assertThat(link).doesNotExist();
    }

    @Test
    @Order(30)
    void starts(TestReporter reporter) throws IOException {
        int before = Dom0Host.boots(name);
        DomainRef started = domains.start(call(), guest(), 0);
        assertThat(started.active()).isTrue();
        awaitBoots(1, before);
        DomainInfo info = domains.info(call(), guest());
        reporter.publishEntry("info", "id " + started.id() + " " + info);
        assertThat(runs(info.state())).isTrue();
        assertThat(info.maxMemory()).isEqualTo(160 * KIB_PER_MIB);
        assertThat(info.vcpus()).isEqualTo(1);
        assertThat(info.cpuTime()).isPositive();
    }

    @Test
    @Order(33)
    void answersOnItsConsole() {
        ConsoleFacet consoles = host.facet(ConsoleFacet.class);
        try (GuestConsole console = new GuestConsole(consoles.openConsole(call(), guest(), null, ONLY_ALONE))) {
            console.ask("hello", "heard: hello");
            assertThat(catchThrowableOfType(
                                    InnkeeperException.class,
                                    () -> consoles.openConsole(call(), guest(), "console0", 0))
                            .code())
                    .isEqualTo(ErrorCode.RESOURCE_BUSY);
        }
    }

    @Test
    @Order(36)
    void tellsWhetherItsDefinitionWasChanged() {
        assertThat(domains.isUpdated(call(), guest())).isFalse();
        assertThat(host.facet(VcpuFacet.class).pinning(call(), guest(), DomainFlags.AFFECT_LIVE))
                .containsExactly(CpuMap.of(1));
        MetadataFacet metadata = host.facet(MetadataFacet.class);
        metadata.setMetadata(call(), guest(), TITLE, "Second title", null, null, DomainFlags.AFFECT_CONFIG);
        assertThat(domains.isUpdated(call(), guest())).isTrue();
        assertThat(metadata.metadata(call(), guest(), TITLE, null, DomainFlags.AFFECT_LIVE))
                .isEqualTo("First title");
    }

    @Test
    @Order(40)
    void tellsItsDefinition(TestReporter reporter) {
        String live = domains.xml(call(), guest(), 0);
        reporter.publishEntry("xml", live.replaceAll("\\s*\\R\\s*", ""));
        assertThat(live).contains("id='" + guest().id() + "'", uuid.toString(), "/srv/guest/vmlinuz", "console=hvc0");
        assertThat(domains.xml(call(), guest(), DomainFlags.XML_INACTIVE)).doesNotContain("<domain type='xen' id=");
    }

    @Test
    @Order(50)
    void isPausedAndGoesOn() {
        domains.suspend(call(), guest());
        assertThat(state()).isEqualTo(DomainState.PAUSED);
        domains.resume(call(), guest());
        assertThat(runs(state())).isTrue();
    }

    @Test
    @Order(60)
    void givesMemoryBack(TestReporter reporter) {
        domains.setMemory(call(), guest(), 144 * KIB_PER_MIB, DomainFlags.AFFECT_LIVE);
        await("the balloon").until(() -> domains.info(call(), guest()).memory() <= 146 * KIB_PER_MIB);
        reporter.publishEntry("memory", domains.info(call(), guest()).memory() + " KiB");
        assertThat(domains.maxMemory(call(), guest())).isEqualTo(160 * KIB_PER_MIB);
        domains.setMemory(call(), guest(), 160 * KIB_PER_MIB, DomainFlags.AFFECT_LIVE);
    }

    @Test
    @Order(70)
    void vcpuIsBoundToACpu(TestReporter reporter) {
        VcpuFacet vcpus = host.facet(VcpuFacet.class);
        vcpus.pin(call(), guest(), 0, CpuMap.of(1), DomainFlags.AFFECT_LIVE);
        List<VcpuInfo> now = vcpus.vcpus(call(), guest());
        reporter.publishEntry("vcpus", now.toString());
        assertThat(now.get(0).affinity()).isEqualTo(CpuMap.of(1));
        vcpus.pin(call(), guest(), 0, CpuMap.of(0, 1), DomainFlags.AFFECT_LIVE);
        assertThat(vcpus.pinning(call(), guest(), DomainFlags.AFFECT_LIVE).get(0))
                .isEqualTo(CpuMap.of(0, 1));
    }

    @Test
    @Order(80)
    void schedulerIsReadAndSet(TestReporter reporter) {
        SchedulerFacet scheduler = host.facet(SchedulerFacet.class);
        assertThat(scheduler.type(call(), guest()).name()).isEqualTo("credit2");
        List<TypedParameter> wanted = List.of(TypedParameter.ofUint("weight", 512), TypedParameter.ofUint("cap", 80));
        scheduler.setParameters(call(), guest(), wanted, DomainFlags.AFFECT_LIVE);
        List<TypedParameter> now = scheduler.parameters(call(), guest(), DomainFlags.AFFECT_LIVE);
        reporter.publishEntry("scheduler", now.toString());
        assertThat(now).containsExactlyInAnyOrderElementsOf(wanted);
        scheduler.setParameters(call(), guest(), List.of(TypedParameter.ofUint("cap", 0)), DomainFlags.AFFECT_LIVE);
    }

    @Test
    @Order(90)
    void devicesCome() throws IOException {
        disk = DISK.formatted(Dom0Host.disk(name));
        DeviceFacet devices = host.facet(DeviceFacet.class);
        devices.attach(call(), guest(), CARD, DomainFlags.AFFECT_LIVE);
        assertThat(domains.xml(call(), guest(), 0)).contains(MAC);
        devices.attach(call(), guest(), disk, DomainFlags.AFFECT_LIVE);
        assertThat(domains.xml(call(), guest(), 0)).contains(TARGET);
    }

    @Test
    @Order(100)
    void statisticsCount(TestReporter reporter) {
        StatisticsFacet statistics = host.facet(StatisticsFacet.class);
        long groups = StatsGroups.STATE
                | StatsGroups.CPU_TOTAL
                | StatsGroups.VCPU
                | StatsGroups.BALLOON
                | StatsGroups.BLOCK
                | StatsGroups.INTERFACE;
        DomainStats first =
                statistics.allStats(call(), List.of(guest()), groups, 0).get(0);
        reporter.publishEntry(
                "statistics",
                first.parameters().stream()
                        .map(value -> value.name() + "=" + value.asText())
                        .toList()
                        .toString());
        assertThat(first.number("cpu.time")).isPresent();
        await("CPU time is used").until(() -> {
            DomainStats next =
                    statistics.allStats(call(), List.of(guest()), groups, 0).get(0);
            return next.number("cpu.time").orElse(0) > first.number("cpu.time").orElse(0);
        });
    }

    @Test
    @Order(110)
    void devicesGo() {
        DeviceFacet devices = host.facet(DeviceFacet.class);
        // Gone is only what was there.
        assertThat(domains.xml(call(), guest(), 0)).contains(TARGET, MAC);
        devices.detach(call(), guest(), disk, DomainFlags.AFFECT_LIVE);
        await("the disk is gone").until(() -> !domains.xml(call(), guest(), 0).contains(TARGET));
        devices.detach(call(), guest(), CARD, DomainFlags.AFFECT_LIVE);
        await("the card is gone").until(() -> !domains.xml(call(), guest(), 0).contains(MAC));
    }

    @Test
    @Order(120)
    void memoryIsDumped(TestReporter reporter) throws IOException {
        Path file = Dom0Host.WORK.resolve(name + ".core");
        host.facet(SaveFacet.class).coreDump(call(), guest(), file.toString(), 0, 0);
        reporter.publishEntry("core", Files.size(file) + " bytes");
        assertThat(Files.size(file)).isGreaterThan(100L << 20);
        Files.delete(file);
        assertThat(runs(state())).isTrue();
    }

    @Test
    @Order(130)
    void isSavedAndRestored(TestReporter reporter) throws IOException {
        SaveFacet save = host.facet(SaveFacet.class);
        Path file = Dom0Host.WORK.resolve(name + ".save");
        int boots = Dom0Host.boots(name);
        int id = guest().id();
        save.save(call(), guest(), file.toString(), null, 0);
        assertThat(guest().active()).isFalse();
        assertThat(save.savedXml(call(), file.toString(), 0)).contains(uuid.toString());
        reporter.publishEntry("saved", Files.size(file) + " bytes");
        save.restore(call(), file.toString(), null, 0);
        assertThat(guest().id()).isGreaterThan(id);
        assertThat(runs(state())).isTrue();
        // It went on where it was, and did not boot.
        assertThat(Dom0Host.boots(name)).isEqualTo(boots);
        Files.delete(file);
    }

    @Test
    @Order(135)
    void isSavedWhilePausedAndGoesOnFromThere(TestReporter reporter) throws IOException {
        SaveFacet save = host.facet(SaveFacet.class);
        int boots = Dom0Host.boots(name);
        domains.suspend(call(), guest());
        save.managedSave(call(), guest(), 0);
        assertThat(guest().active()).isFalse();
        assertThat(save.hasManagedSave(call(), guest())).isTrue();
        Path file = Path.of("/var/lib/innkeeper/xen/save", uuid + ".save");
        reporter.publishEntry("saved", Files.size(file) + " bytes");
        domains.start(call(), guest(), 0);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
        assertThat(save.hasManagedSave(call(), guest())).isFalse();
        domains.resume(call(), guest());
        try (GuestConsole console =
                new GuestConsole(host.facet(ConsoleFacet.class).openConsole(call(), guest(), null, 0))) {
            console.ask("again", "heard: again");
        }
        assertThat(Dom0Host.boots(name)).isEqualTo(boots);
    }

    @Test
    @Order(140)
    void reboots() throws IOException {
        int before = Dom0Host.boots(name);
        int id = guest().id();
        domains.reboot(call(), guest(), 0);
        awaitBoots(1, before);
        assertThat(guest().id()).isGreaterThan(id);
    }

    @Test
    @Order(150)
    void shutsDown() {
        domains.shutdown(call(), guest(), 0);
        await(name + " is down").until(() -> !guest().active());
        assertThat(state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @Test
    @Order(160)
    void startsPausedAndIsForcedOff() {
        domains.start(call(), guest(), DomainFlags.START_PAUSED);
        assertThat(state()).isEqualTo(DomainState.PAUSED);
        domains.destroy(call(), guest(), 0);
        assertThat(guest().active()).isFalse();
    }

    @Test
    @Order(170)
    void isForgotten() {
        domains.undefine(call(), guest(), 0);
        assertThat(domains.list(call(), 0)).extracting(DomainRef::uuid).doesNotContain(uuid);
        assertThat(Path.of("/etc/xen", name)).doesNotExist();
    }

    @Test
    @Order(180)
    void runsWithoutBeingDefined() {
        DomainRef transientGuest = domains.createXml(call(), Dom0Host.definition(name, uuid, type), 0);
        assertThat(domains.isPersistent(call(), transientGuest)).isFalse();
        domains.destroy(call(), transientGuest, 0);
        assertThat(domains.list(call(), 0)).extracting(DomainRef::uuid).doesNotContain(uuid);
    }
}
