package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statistics: names and meanings, what is absent, and that counters only go up. */
public abstract class StatisticsContract extends DriverContract {
    private static final long UNKNOWN_GROUP = 1L << 20;

    private StatisticsFacet statistics;

    /** For subclasses. */
    protected StatisticsContract() {}

    @BeforeEach
    final void findStatistics() {
        statistics = required(StatisticsFacet.class, Feature.STATS_BULK);
    }

    @Test
    void allDomainsInOneCall() {
        DomainRef on = runningGuest();
        DomainRef off = definedGuest();

        List<DomainStats> all = statistics.allStats(call(), List.of(), 0, 0);

        assertThat(all).extracting(DomainStats::domain).contains(on, off);
        assertThat(all)
                .allSatisfy(stats -> assertThat(stats.number("state.state")).isPresent());
        assertThat(of(all, on).number("state.state").getAsLong())
                .isIn((long) DomainState.RUNNING.number(), (long) DomainState.BLOCKED.number());
        assertThat(of(all, off).number("state.state")).hasValue(DomainState.SHUT_OFF.number());
    }

    @Test
    void chosenDomainsInTheOrderAskedAndVanishedOnesLeftOut() {
        DomainRef one = definedGuest();
        DomainRef two = definedGuest();
        DomainRef ghost = new DomainRef("ghost", UUID.randomUUID(), 77);

        assertThat(statistics.allStats(call(), List.of(two, ghost, one), 0, 0))
                .extracting(DomainStats::domain)
                .containsExactly(two, one);
    }

    @Test
    void onlyTheGroupsAskedFor() {
        DomainRef domain = runningGuest();

        DomainStats stats = one(domain, StatsGroups.STATE | StatsGroups.BLOCK);

        assertThat(stats.parameters())
                .extracting(TypedParameter::name)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("state.") || name.startsWith("block."));
    }

    @Test
    void filtersNarrowTheAnswer() {
        DomainRef on = runningGuest();
        DomainRef off = definedGuest();

        assertThat(statistics.allStats(call(), List.of(), StatsGroups.STATE, DomainFlags.LIST_ACTIVE))
                .extracting(DomainStats::domain)
                .contains(on)
                .doesNotContain(off);
        assertThat(statistics.allStats(call(), List.of(on, off), StatsGroups.STATE, DomainFlags.LIST_INACTIVE))
                .extracting(DomainStats::domain)
                .containsExactly(off);
    }

    @Test
    void inactiveDomainsHaveNoCounters() {
        DomainStats stats = one(definedGuest(), 0);

        assertThat(stats.number("cpu.time")).isEmpty();
        assertThat(stats.number("vcpu.0.time")).isEmpty();
        assertThat(stats.number("block.0.rd.bytes")).isEmpty();
        assertThat(stats.number("net.0.rx.bytes")).isEmpty();
        assertThat(stats.number("balloon.rss")).isEmpty();
    }

    @Test
    void countersOnlyGoUpAndTimeGoesForward() {
        DomainRef domain = runningGuest();
        DomainStats before = one(domain, 0);
        DomainStats after = one(domain, 0);

        assertThat(after.sampleTime()).isGreaterThanOrEqualTo(before.sampleTime());
        for (TypedParameter then : before.parameters()) {
            if (isCounter(then.name())) {
                assertThat(after.number(then.name()).orElseThrow())
                        .as(then.name())
                        .isGreaterThanOrEqualTo(then.number())
                        .isNotNegative();
            }
        }
    }

    private static boolean isCounter(String name) {
        return name.matches("cpu\\.(time|user|system)|vcpu\\.\\d+\\.time"
                + "|block\\.\\d+\\.(rd|wr|fl)\\.(reqs|bytes|times)"
                + "|net\\.\\d+\\.(rx|tx)\\.(bytes|pkts|errs|drop)");
    }

    @Test
    void countsAgreeWithWhatIsListed() {
        DomainRef domain = runningGuest();
        DomainStats stats = one(domain, 0);

        if (fixture.features().contains(Feature.STATS_CPU)) {
            assertThat(stats.number("cpu.time")).isPresent();
        }
        if (fixture.features().contains(Feature.STATS_VCPU)) {
            assertThat(stats.number("vcpu.current"))
                    .hasValue(domains.info(call(), domain).vcpus());
            assertThat(stats.number("vcpu.0.time")).isPresent();
        }
        if (fixture.features().contains(Feature.STATS_BLOCK)) {
            assertThat(stats.number("block.count").orElseThrow()).isPositive();
            assertThat(stats.text("block.0.name")).isEqualTo(fixture.diskTarget());
            assertThat(stats.number("block.0.rd.bytes")).isPresent();
            assertThat(stats.number("block.0.capacity")).isPresent();
        }
        if (fixture.features().contains(Feature.STATS_MEMORY)) {
            assertThat(stats.number("balloon.maximum")).hasValue(domains.maxMemory(call(), domain));
            assertThat(stats.number("balloon.current").orElseThrow()).isPositive();
        }
    }

    @Test
    void groupsTheDriverDoesNotHaveAreLeftOutUnlessInsistedOn() {
        DomainRef domain = runningGuest();

        assertThat(one(domain, StatsGroups.STATE | UNKNOWN_GROUP).number("state.state"))
                .isPresent();
        assertFails(
                () -> statistics.allStats(
                        call(), List.of(domain), StatsGroups.STATE | UNKNOWN_GROUP, StatsGroups.ENFORCE),
                ErrorCode.ARGUMENT_UNSUPPORTED,
                ErrorCode.INVALID_ARG,
                ErrorCode.NO_SUPPORT);
    }

    @Test
    void disksHaveCountersAndSizes() {
        requires(Feature.STATS_BLOCK);
        DomainRef domain = runningGuest();
        String target = fixture.diskTarget();

        BlockStats disk = statistics.blockStats(call(), domain, target);
        BlockStats sum = statistics.blockStats(call(), domain, "");
        BlockInfo info = statistics.blockInfo(call(), domain, target);

        assertThat(disk.readBytes()).isNotNegative();
        assertThat(sum.readBytes()).isGreaterThanOrEqualTo(disk.readBytes());
        assertThat(info.capacity()).isPositive();
        assertThat(info.allocation()).isNotNegative();
        assertFails(() -> statistics.blockStats(call(), domain, "no-such-disk"), ErrorCode.INVALID_ARG);
        assertFails(() -> statistics.blockInfo(call(), domain, "no-such-disk"), ErrorCode.INVALID_ARG);
    }

    @Test
    void memoryIsTold() {
        requires(Feature.STATS_MEMORY);
        List<TypedParameter> memory = statistics.memoryStats(call(), runningGuest());

        assertThat(memory).isNotEmpty().allSatisfy(value -> {
            assertThat(value.name()).doesNotStartWith("balloon.");
            assertThat(value.number()).as(value.name()).isNotNegative();
        });
    }

    @Test
    void countersOfAnInactiveDomainAreInvalid() {
        DomainRef domain = definedGuest();

        assertFails(
                () -> statistics.blockStats(call(), domain, fixture.diskTarget()),
                ErrorCode.OPERATION_INVALID,
                ErrorCode.NO_SUPPORT);
        assertFails(() -> statistics.memoryStats(call(), domain), ErrorCode.OPERATION_INVALID, ErrorCode.NO_SUPPORT);
        assertFails(
                () -> statistics.interfaceStats(call(), domain, "vnet0"),
                ErrorCode.OPERATION_INVALID,
                ErrorCode.NO_SUPPORT);
    }

    @Test
    void unknownInterfaceIsRefused() {
        requires(Feature.STATS_INTERFACE);
        DomainRef domain = runningGuest();

        assertFails(
                () -> statistics.interfaceStats(call(), domain, "no-such-nic"),
                ErrorCode.INVALID_ARG,
                ErrorCode.OPERATION_INVALID);
    }

    @Test
    void unknownFlagsAreRefused() {
        assertRefusesUnknownFlag(() -> statistics.allStats(call(), List.of(), 0, UNKNOWN_FLAG));
    }

    private DomainStats one(DomainRef domain, long groups) {
        List<DomainStats> stats = statistics.allStats(call(), List.of(domain), groups, 0);
        assertThat(stats).hasSize(1);
        return stats.get(0);
    }

    private static DomainStats of(List<DomainStats> all, DomainRef domain) {
        return all.stream()
                .filter(stats -> stats.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }
}
