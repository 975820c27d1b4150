package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load of guests and of their host, watched with a clock that the test moves. */
class LoadTest {
    private final CallContext context = CallContext.create();
    private final ManualClock clock = new ManualClock();
    private DriverConnection connection;
    private DomainFacet domains;
    private NodeFacet node;

    @BeforeEach
    void open() {
        connection = new Hosts(clock).open("test:///default?guests=8");
        domains = connection.facet(DomainFacet.class).orElseThrow();
        node = connection.facet(NodeFacet.class).orElseThrow();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private DomainStats sample(DomainRef domain) {
        return connection
                .facet(StatisticsFacet.class)
                .orElseThrow()
                .allStats(context, List.of(domain), 0, 0)
                .get(0);
    }

    @Test
    void pausedGuestStandsStill() {
        DomainRef guest = domains.list(context, 0).get(0);
        clock.advance(Duration.ofMinutes(1));
        domains.suspend(context, guest);
        DomainStats paused = sample(guest);
        clock.advance(Duration.ofMinutes(5));

        assertThat(sample(guest).number("cpu.time")).isEqualTo(paused.number("cpu.time"));
        assertThat(sample(guest).number("block.0.rd.bytes")).isEqualTo(paused.number("block.0.rd.bytes"));
        domains.resume(context, guest);
        assertThat(sample(guest).number("cpu.time")).isEqualTo(paused.number("cpu.time"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(sample(guest).number("cpu.time").orElseThrow())
                .isGreaterThan(paused.number("cpu.time").orElseThrow());
    }

    @Test
    void newRunBeginsAtZero() {
        DomainRef guest = domains.list(context, 0).get(0);
        clock.advance(Duration.ofMinutes(1));
        assertThat(sample(guest).number("cpu.time").orElseThrow()).isPositive();
        domains.destroy(context, guest, 0);

        DomainRef again = domains.start(context, guest, 0);

        assertThat(sample(again).number("cpu.time")).hasValue(0);
        assertThat(again.id()).isNotEqualTo(guest.id());
    }

    @Test
    void totalIsTheSumOfVcpusAndALittleMore() {
        DomainRef guest = domains.list(context, 0).get(0);
        clock.advance(Duration.ofMinutes(10));
        DomainStats stats = sample(guest);
        long vcpus = stats.number("vcpu.0.time").orElseThrow()
                + stats.number("vcpu.1.time").orElseThrow();

        assertThat(stats.number("cpu.time").orElseThrow()).isBetween(vcpus, vcpus + vcpus / 2);
        assertThat(stats.number("cpu.user").orElseThrow()
                        + stats.number("cpu.system").orElseThrow())
                .isCloseTo(stats.number("cpu.time").orElseThrow(), within(10L));
    }

    @Test
    void infoAndStatisticsAgree() {
        clock.advance(Duration.ofMinutes(3));
        DomainRef guest = domains.list(context, 0).get(2);

        assertThat(sample(guest).number("cpu.time"))
                .hasValue(domains.info(context, guest).cpuTime());
        assertThat(sample(guest).number("balloon.current"))
                .hasValue(domains.info(context, guest).memory());
        assertThat(connection
                        .facet(VcpuFacet.class)
                        .orElseThrow()
                        .vcpus(context, guest)
                        .get(1)
                        .cpuTime())
                .isEqualTo(sample(guest).number("vcpu.1.time").orElseThrow());
    }

    @Test
    void hostIsBusyWithItsGuestsAndNeverBackwards() {
        NodeCpuStats begin = node.cpuStats(context);
        Map<UUID, Long> used = new HashMap<>();
        domains.list(context, 0)
                .forEach(domain ->
                        used.put(domain.uuid(), domains.info(context, domain).cpuTime()));
        NodeCpuStats before = begin;
        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            if (minute == 10) {
                domains.destroy(
                        context, domains.list(context, DomainFlags.LIST_ACTIVE).get(0), 0);
            }
            NodeCpuStats now = node.cpuStats(context);
            assertThat(now.user()).isGreaterThan(before.user());
            assertThat(now.kernel()).isGreaterThan(before.kernel());
            assertThat(now.idle()).isGreaterThan(before.idle());
            before = now;
        }
        long guests = domains.list(context, DomainFlags.LIST_ACTIVE).stream()
                .mapToLong(domain -> domains.info(context, domain).cpuTime() - used.get(domain.uuid()))
                .sum();
        assertThat(before.busy() - begin.busy()).isGreaterThan(guests);
        assertThat(before.total() - begin.total())
                .isCloseTo(Duration.ofMinutes(30).toNanos() * node.info(context).cpus(), within(1_000_000_000L));
    }

    @Test
    void memoryOfTheHostFollowsItsGuests() {
        NodeMemoryStats all = node.memoryStats(context);
        domains.list(context, 0).forEach(domain -> domains.destroy(context, domain, 0));

        NodeMemoryStats none = node.memoryStats(context);

        assertThat(none.total()).isEqualTo(all.total());
        assertThat(none.used()).isLessThan(all.used());
        assertThat(all.used()).isLessThan(all.total());
    }

    @Test
    void gaugesStayWithinTheMemoryOfTheGuest() {
        DomainRef guest = domains.list(context, 0).get(0);
        for (int i = 0; i < 500; i++) {
            clock.advance(Duration.ofSeconds(17));
            DomainStats stats = sample(guest);
            long current = stats.number("balloon.current").orElseThrow();
            assertThat(current).isBetween(1L, stats.number("balloon.maximum").orElseThrow());
            assertThat(stats.number("balloon.unused").orElseThrow()).isBetween(0L, current);
            assertThat(stats.number("balloon.usable").orElseThrow()).isBetween(0L, current);
            assertThat(stats.number("balloon.rss").orElseThrow()).isPositive();
        }
    }

    @Test
    void guestsDifferFromEachOther() {
        clock.advance(Duration.ofHours(1));

        assertThat(domains.list(context, 0))
                .extracting(domain -> domains.info(context, domain).cpuTime())
                .doesNotHaveDuplicates();
    }
}
