package org.innkeeper.driver.xen.hypercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.privcmd.LocalHypervisor;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypercallPartTest {
    @TempDir
    Path root;

    private final CallContext context = CallContext.create();
    private final SimulatedHypervisor xen = new SimulatedHypervisor(XenRelease.XEN_4_17);
    private String obstacle = "";

    private HostPaths paths() {
        return HostPaths.ofThisMachine()
                .withDev(root.resolve("dev"))
                .withProc(root.resolve("proc"))
                .withSys(root.resolve("sys"));
    }

    private HypercallPart part() {
        return new HypercallPart(() -> obstacle, () -> xen, paths());
    }

    private DomainKey key(int id) {
        return new DomainKey(
                id,
                part().activeDomains(context).stream()
                        .filter(domain -> domain.id() == id)
                        .findFirst()
                        .orElseThrow()
                        .uuid(),
                "guest" + id);
    }

    @Test
    void offersWhatTheHypervisorCan() {
        assertThat(part().functions(context))
                .contains(
                        XenFunction.VERSION,
                        XenFunction.LIST_ACTIVE,
                        XenFunction.PIN_VCPU,
                        XenFunction.CELLS_FREE_MEMORY)
                .doesNotContain(XenFunction.DESTROY, XenFunction.COUNTERS);
        assertThat(part().absence(context)).isEmpty();
    }

    @Test
    void tellsTheCpuTimeOfTheHost() {
        HypercallPart part = part();
        SimulatedHypervisor.Guest guest = xen.add(3, 1);
        NodeCpuStats before = part.cpuTime(context);
        assertThat(before.kernel()).isEqualTo(xen.guests.get(0).cpuTime);
        assertThat(before.user()).isEqualTo(guest.cpuTime);
        assertThat(before.idle()).isGreaterThanOrEqualTo(xen.idleTime);
        xen.guests.remove(3);
        assertThat(part.cpuTime(context).user()).as("of one that is gone").isGreaterThanOrEqualTo(before.user());
    }

    @Test
    void xenOf2006DoesNotTellCpuTime() {
        SimulatedHypervisor old = new SimulatedHypervisor(XenRelease.XEN_3_0_4);
        try (HypercallPart part = new HypercallPart(() -> "", () -> old, paths())) {
            assertThat(part.functions(context))
                    .contains(XenFunction.LIST_ACTIVE)
                    .doesNotContain(XenFunction.CPU_TIME);
            assertThatThrownBy(() -> part.cpuTime(context)).isInstanceOf(InnkeeperException.class);
        }
    }

    @Test
    void timesOfVirtualCpusAreOneCallForEach() {
        xen.add(3, 2);
        HypercallPart part = part();
        DomainRecord gone = DomainRecord.of(77).maxVcpus(4).build();
        Map<Integer, List<VcpuInfo>> times = part.vcpuTimes(
                context,
                Stream.concat(part.activeDomains(context).stream(), Stream.of(gone))
                        .toList());
        assertThat(times).containsOnlyKeys(0, 3, 77);
        assertThat(times.get(3)).extracting(VcpuInfo::number).containsExactly(0, 1);
        assertThat(times.get(3)).allMatch(vcpu -> vcpu.cpuTime() >= 0);
        assertThat(times.get(77)).isEmpty();
    }

    @Test
    void readsCountersWithoutTheRightToHypercalls() throws IOException {
        Files.createDirectories(root.resolve("sys/bus/xen-backend/devices"));
        obstacle = "this user may not";
        HypercallPart part = part();
        assertThat(part.functions(context)).isEqualTo(Set.of(XenFunction.COUNTERS));
        assertThat(part.counters(context, List.of(3))).containsKey(3);
        assertThat(part.absence(context)).isEqualTo("this user may not");
        assertThatThrownBy(() -> part.version(context))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
    }

    @Test
    void anUnknownInterfaceLeavesTheVersion() {
        HypercallPart part = new HypercallPart(
                () -> "",
                () -> new SimulatedHypervisor(XenRelease.XEN_4_20) {
                    @Override
                    public long call(int number, long... arguments) {
                        return number == 36 ? -13 : super.call(number, arguments);
                    }
                },
                paths());
        assertThat(part.functions(context)).isEqualTo(Set.of(XenFunction.VERSION, XenFunction.GUEST_KINDS));
        assertThat(part.version(context)).isEqualTo(4_020_000);
        assertThatThrownBy(() -> part.activeDomains(context)).hasMessageContaining("domctl interface");
    }

    @Test
    void aDomainThatMayNotManageHasTheVersionOnly() {
        xen.privileged = false;
        HypercallPart part = part();
        assertThat(part.functions(context)).isEqualTo(Set.of(XenFunction.VERSION, XenFunction.GUEST_KINDS));
    }

    @Test
    void thisMachineHasNoDevice() {
        HypercallPart part = LocalHypervisor.part(paths());
        assertThat(part.functions(context)).isEmpty();
        assertThat(part.absence(context)).contains("does not run under Xen");
    }

    @Test
    void recordsHaveWhatTheHypervisorKnows() {
        xen.add(3, 2).flags = 8;
        xen.add(4, 1).flags = 1;

        List<DomainRecord> domains = part().activeDomains(context);

        assertThat(domains).extracting(DomainRecord::id).containsExactly(0, 3);
        assertThat(domains.get(1).state()).isEqualTo(DomainState.PAUSED);
        assertThat(domains.get(1).memory()).isEqualTo(262_144);
        assertThat(domains.get(1).maxVcpus()).isEqualTo(2);
        assertThat(domains.get(1).name()).isNull();
        assertThat(part().activeDomain(context, key(3))).isEqualTo(domains.get(1));
    }

    @Test
    void anotherDomainWithTheSameNumberIsNotTouched() {
        xen.add(3, 2);
        DomainKey gone = new DomainKey(3, UUID.randomUUID(), "gone");
        HypercallPart part = part();
        for (Runnable call : List.<Runnable>of(
                () -> part.pause(context, gone),
                () -> part.setMaxMemory(context, gone, 1),
                () -> part.pinVcpu(context, gone, 0, CpuMap.of(0)),
                () -> part.activeDomain(context, gone))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_DOMAIN))
                    .hasMessageContaining("'gone'");
        }
        assertThat(xen.guests.get(3).flags & 8).isZero();
    }

    @Test
    void doesWhatItIsAsked() {
        xen.add(3, 2);
        HypercallPart part = part();
        DomainKey domain = key(3);

        part.pause(context, domain);
        assertThat(part.activeDomain(context, domain).state()).isEqualTo(DomainState.PAUSED);
        part.unpause(context, domain);
        assertThat(part.activeDomain(context, domain).state()).isEqualTo(DomainState.BLOCKED);
        part.setMaxMemory(context, domain, 4096);
        assertThat(part.activeDomain(context, domain).maxMemory()).isEqualTo(4096);
        part.pinVcpu(context, domain, 1, CpuMap.of(2));
        assertThat(part.vcpus(context, domain))
                .extracting(VcpuInfo::affinity)
                .element(1)
                .isEqualTo(CpuMap.of(2));
        part.setSchedulerParameters(context, domain, List.of(TypedParameter.ofUint("cap", 20)));
        assertThat(part.schedulerParameters(context, domain)).contains(TypedParameter.ofUint("cap", 20));
        assertThat(part.schedulerType(context)).isEqualTo(new SchedulerType("credit", 2));
        assertThat(part.nodeInfo(context))
                .usingRecursiveComparison()
                .ignoringFields("model")
                .isEqualTo(new NodeInfo("", 4_000_000, 4, 2600, 1, 1, 2, 2));
        assertThat(part.freeMemory(context)).isEqualTo(1_024_000_000L);
        assertThat(part.cellsFreeMemory(context)).containsExactly(1_000_000L);
        assertThat(part.guestKinds(context)).startsWith("xen-3.0-x86_64");
    }

    @Test
    void aCancelledCallIsNotMade() {
        CallContext cancelled = CallContext.create();
        cancelled.cancel();
        assertThatThrownBy(() -> part().version(cancelled)).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void closedItDoesNothing() {
        HypercallPart part = part();
        part.version(context);
        part.close();
        part.close();
        assertThat(xen.closed).isTrue();
        assertThat(part.functions(context)).isEmpty();
        assertThatThrownBy(() -> part.version(context))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
    }
}
