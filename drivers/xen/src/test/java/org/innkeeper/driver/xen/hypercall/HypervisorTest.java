package org.innkeeper.driver.xen.hypercall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All releases, against a stand-in that lays out its structures by itself. */
class HypervisorTest {
    @ParameterizedTest
    @EnumSource
    void findsTheVersionsOfItsInterfaces(XenRelease release) {
        Hypervisor hypervisor = new Hypervisor(new SimulatedHypervisor(release));
        assertThat(hypervisor.interfaces().sysctlVersion()).isEqualTo(release.sysctl);
        assertThat(hypervisor.interfaces().domctlVersion()).isEqualTo(release.domctl);
    }

    @ParameterizedTest
    @EnumSource
    void listsDomains(XenRelease release) {
        SimulatedHypervisor xen = new SimulatedHypervisor(release);
        xen.guests.get(0).maxPages = release.major == 3 ? 0xffff_ffffL : -1;
        SimulatedHypervisor.Guest guest = xen.add(7, 3);
        guest.flags = 0x0a;
        guest.maxPages = 131_072;
        Hypervisor hypervisor = new Hypervisor(xen);

        List<HostedDomain> domains = hypervisor.domains();

        assertThat(domains).hasSize(2);
        assertThat(domains.get(0).maxMemory()).isEqualTo(DomainInfo.UNLIMITED);
        assertThat(domains.get(0).handle()).isEqualTo(new UUID(0, 0));
        assertThat(domains.get(0).state()).isEqualTo(DomainState.BLOCKED);
        HostedDomain seven = domains.get(1);
        assertThat(seven)
                .isEqualTo(new HostedDomain(
                        7,
                        0x0a,
                        262_144,
                        524_288,
                        7_000_000_049L,
                        3,
                        3,
                        UUID.fromString("07172737-4757-6777-8797-a7b7c7d7e7f7")));
        assertThat(seven.isHvm()).isTrue();
        assertThat(seven.state()).isEqualTo(DomainState.PAUSED);
        assertThat(hypervisor.domain(7)).contains(seven);
        assertThat(hypervisor.domain(3)).isEmpty();
        assertThat(hypervisor.domain(8)).isEmpty();
        assertThat(xen.allocated()).as("memory not given back").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void describesTheHost(XenRelease release) {
        Hypervisor hypervisor = new Hypervisor(new SimulatedHypervisor(release));
        assertThat(hypervisor.host()).isEqualTo(new PhysicalHost(4, 2, 2, 1, 1, 2_600_000, 4_000_000, 1_000_000));
        assertThat(hypervisor.version())
                .isEqualTo((release.number >> 16) * 1_000_000L + (release.number & 0xffff) * 1000L);
        assertThat(hypervisor.capabilities()).isEqualTo("xen-3.0-x86_64 hvm-3.0-x86_64");
        if (release.from(XenRelease.XEN_3_2)) {
            assertThat(hypervisor.freeMemoryOfNodes()).containsExactly(1_000_000L);
        } else {
            assertThatThrownBy(hypervisor::freeMemoryOfNodes)
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAndBindsVirtualCpus(XenRelease release) {
        SimulatedHypervisor xen = new SimulatedHypervisor(release);
        xen.add(5, 2);
        Hypervisor hypervisor = new Hypervisor(xen);

        hypervisor.vcpus().pin(5, 1, CpuMap.of(0, 3, 9), 4);

        assertThat(hypervisor.vcpus().of(5, 3, 4))
                .containsExactly(
                        new VcpuInfo(0, VcpuInfo.RUNNING, 5_000_000_000L, 0, CpuMap.of(0, 1, 2, 3)),
                        new VcpuInfo(1, VcpuInfo.BLOCKED, 5_000_000_001L, 1, CpuMap.of(0, 3)),
                        new VcpuInfo(2, VcpuInfo.OFFLINE, 0, -1, CpuMap.of()));
        assertThatThrownBy(() -> hypervisor.vcpus().pin(5, 0, CpuMap.of(9), 4))
                .hasMessageContaining("the CPUs 9 for virtual CPU 0 of domain 5");
        assertThatThrownBy(() -> hypervisor.vcpus().of(6, 1, 4))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_DOMAIN));
    }

    @ParameterizedTest
    @EnumSource
    void pausesAndChangesLimits(XenRelease release) {
        SimulatedHypervisor xen = new SimulatedHypervisor(release);
        SimulatedHypervisor.Guest guest = xen.add(5, 2);
        Hypervisor hypervisor = new Hypervisor(xen);

        hypervisor.pause(5);
        assertThat(guest.flags & 8).isEqualTo(8);
        hypervisor.unpause(5);
        assertThat(guest.flags & 8).isZero();
        hypervisor.setMaxMemory(5, 400_000);
        assertThat(guest.maxPages).isEqualTo(100_000);
        hypervisor.setMaxVcpus(5, 2);
        assertThatThrownBy(() -> hypervisor.setMaxVcpus(5, 3)).hasMessageContaining("3 virtual CPUs for domain 5");
    }

    @ParameterizedTest
    @EnumSource
    void readsAndChangesCredit(XenRelease release) {
        SimulatedHypervisor xen = new SimulatedHypervisor(release);
        SimulatedHypervisor.Guest guest = xen.add(5, 1);
        Hypervisor hypervisor = new Hypervisor(xen);
        SchedulerCalls calls = hypervisor.schedulerCalls();

        assertThat(hypervisor.scheduler()).isEqualTo(SchedulerKind.CREDIT);
        calls.set(SchedulerKind.CREDIT, 5, List.of(TypedParameter.ofUint("cap", 50)));
        assertThat(guest.weight).isEqualTo(256);
        calls.set(SchedulerKind.CREDIT, 5, List.of(TypedParameter.ofUint("weight", 65_535)));

        assertThat(calls.get(SchedulerKind.CREDIT, 5))
                .containsExactly(TypedParameter.ofUint("weight", 65_535), TypedParameter.ofUint("cap", 50));
        assertThatThrownBy(() -> calls.set(SchedulerKind.CREDIT, 5, List.of(TypedParameter.ofUint("weight", 65_536))))
                .hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> calls.set(SchedulerKind.CREDIT, 5, List.of(TypedParameter.ofUint("slice", 1))))
                .hasMessageContaining("no parameter 'slice'");
    }

    @ParameterizedTest
    @EnumSource(names = {"XEN_4_9", "XEN_4_10"})
    void credit2HasACapFromXen410(XenRelease release) {
        SimulatedHypervisor xen = new SimulatedHypervisor(release);
        xen.schedulerNumber = 6;
        SchedulerCalls calls = new Hypervisor(xen).schedulerCalls();

        calls.set(SchedulerKind.CREDIT2, 0, List.of(TypedParameter.ofUint("weight", 300)));
        assertThat(calls.get(SchedulerKind.CREDIT2, 0))
                .hasSize(release == XenRelease.XEN_4_9 ? 1 : 2)
                .hasSize(calls.count(SchedulerKind.CREDIT2))
                .contains(TypedParameter.ofUint("weight", 300));
    }

    @Test
    void sedfHasTimesOrAWeight() {
        SimulatedHypervisor xen = new SimulatedHypervisor(XenRelease.XEN_3_1);
        xen.schedulerNumber = 4;
        SimulatedHypervisor.Guest guest = xen.add(5, 1);
        SchedulerCalls calls = new Hypervisor(xen).schedulerCalls();

        assertThat(calls.get(SchedulerKind.SEDF, 5))
                .extracting(TypedParameter::name)
                .containsExactly("period", "slice", "latency", "extratime", "weight");
        calls.set(SchedulerKind.SEDF, 5, List.of(TypedParameter.ofUlong("slice", 20_000_000)));
        assertThat(guest.times).containsExactly(100_000_000, 20_000_000, 0);
        assertThat(guest.weight).isZero();
        calls.set(SchedulerKind.SEDF, 5, List.of(TypedParameter.ofUint("weight", 7)));
        assertThat(guest.times).containsExactly(0, 0, 0);
        assertThat(guest.weight).isEqualTo(7);
        assertThatThrownBy(() -> calls.set(
                        SchedulerKind.SEDF,
                        5,
                        List.of(TypedParameter.ofUint("weight", 7), TypedParameter.ofUlong("slice", 1))))
                .hasMessageContaining("not both");
    }

    @ParameterizedTest
    @CsvSource({"8,rtds", "9,null", "7,arinc653"})
    void otherSchedulersHaveNamesButNoParameters(int number, String name) {
        SimulatedHypervisor xen = new SimulatedHypervisor(XenRelease.XEN_4_17);
        xen.schedulerNumber = number;
        Hypervisor hypervisor = new Hypervisor(xen);
        assertThat(hypervisor.scheduler().label()).isEqualTo(name);
        assertThat(hypervisor.schedulerCalls().get(hypervisor.scheduler(), 0)).isEmpty();
    }

    @Test
    void manyDomainsAreFewCalls() {
        SimulatedHypervisor xen = new SimulatedHypervisor(XenRelease.XEN_4_17);
        for (int id = 1; id < 500; id++) {
            xen.add(id, 1);
        }
        Hypervisor hypervisor = new Hypervisor(xen);
        assertThat(hypervisor.domains()).hasSize(500);
        assertThat(xen.listCalls).isEqualTo(1);
        int before = xen.sysctlCalls;
        hypervisor.domains();
        assertThat(xen.sysctlCalls - before).as("calls of one refresh").isEqualTo(1);

        for (int id = 500; id < 2 * Hypervisor.BATCH; id++) {
            xen.add(2 * id, 1);
        }
        assertThat(hypervisor.domains())
                .hasSize(2 * Hypervisor.BATCH)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.id(), b.id()));
        assertThat(xen.listCalls).isEqualTo(2 + 3);
    }

    @Test
    void anInterfaceNobodyKnowsIsSaidSo() {
        Hypervisor hypervisor = new Hypervisor(new SimulatedHypervisor(XenRelease.XEN_4_20) {
            @Override
            public long call(int number, long... arguments) {
                return number == 35 ? -13 : super.call(number, arguments);
            }
        });
        assertThat(hypervisor.version()).isEqualTo(4_020_000);
        assertThatThrownBy(hypervisor::domains)
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT);
                    assertThat(e.info().remedy()).isPresent();
                })
                .hasMessage("Xen 4.20 has a version of its sysctl interface that is not known here"
                        + " (0x2 to 0x15 were tried)");
    }

    @Test
    void aDomainThatMayNotManageIsTold() {
        SimulatedHypervisor xen = new SimulatedHypervisor(XenRelease.XEN_4_17);
        xen.privileged = false;
        assertThatThrownBy(() -> new Hypervisor(xen).domains())
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }

    @Test
    void moreDomainsThanAskedForAreNotBelieved() {
        Hypervisor hypervisor = new Hypervisor(new SimulatedHypervisor(XenRelease.XEN_4_17) {
            @Override
            public long call(int number, long... arguments) {
                long result = super.call(number, arguments);
                if (number == 35) {
                    overwrite(arguments[0] + 8 + 16, 0x7fff_ffff);
                }
                return result;
            }
        });
        assertThatThrownBy(hypervisor::domains).hasMessageContaining("of 1024");
    }

    @ParameterizedTest
    @CsvSource({
        "0x20, RUNNING",
        "0x10, BLOCKED",
        "0x00, RUNNING",
        "0x30, RUNNING",
        "0x18, PAUSED",
        "0x01, SHUT_OFF",
        "0x00004, SHUTTING_DOWN",
        "0x30004, CRASHED",
        "0x10004, SHUTTING_DOWN",
        "0xff0020, RUNNING"
    })
    void flagsAreAState(String flags, DomainState state) {
        HostedDomain domain = new HostedDomain(1, Integer.decode(flags), 0, 0, 0, 1, 1, new UUID(0, 1));
        assertThat(domain.state()).isEqualTo(state);
    }
}
