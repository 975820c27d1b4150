package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.StatisticsFacet;
import org.junit.jupiter.api.Test;

class GuestFarmTest {
    /** What may stand still from one second to the next. */
    private static final Set<String> CONSTANT = Set.of(
            "state.state",
            "state.reason",
            "balloon.maximum",
            "balloon.swap_in",
            "balloon.swap_out",
            "vcpu.current",
            "vcpu.maximum",
            "vcpu.0.state",
            "vcpu.1.state",
            "net.count",
            "net.0.name",
            "net.0.rx.errs",
            "net.0.rx.drop",
            "net.0.tx.errs",
            "net.0.tx.drop",
            "block.count",
            "block.0.name",
            "block.0.path",
            "block.0.allocation",
            "block.0.capacity",
            "block.0.physical");

    private final ManualClock clock = new ManualClock();
    private final Hosts hosts = new Hosts(clock);

    @Test
    void opensTenThousandGuestsQuickly() {
        long begin = System.nanoTime();
        try (DriverConnection connection = hosts.open("test:///default?guests=10000")) {
            int count = domains(connection).list(CallContext.create(), 0).size();

            assertThat(count).isEqualTo(10_000);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void samplesAThousandGuestsCheaply() {
        try (DriverConnection connection = hosts.open("test:///default?guests=1000")) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 30; i++) {
                clock.advance(Duration.ofSeconds(1));
                long begin = System.nanoTime();
                List<DomainStats> stats = sample(connection);
                best = Math.min(best, System.nanoTime() - begin);
                assertThat(stats).hasSize(1_000);
            }

            assertThat(best).isLessThan(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void everyCounterOfEveryGuestChangesEachSecond() {
        try (DriverConnection connection = hosts.open("test:///default?guests=200")) {
            List<DomainStats> before = sample(connection);
            for (int second = 0; second < 120; second++) {
                clock.advance(Duration.ofSeconds(1));
                List<DomainStats> after = sample(connection);
                for (int i = 0; i < before.size(); i++) {
                    assertMoved(before.get(i), after.get(i));
                }
                before = after;
            }
        }
    }

    private static void assertMoved(DomainStats before, DomainStats after) {
        for (int i = 0; i < after.parameters().size(); i++) {
            TypedParameter then = before.parameters().get(i);
            TypedParameter now = after.parameters().get(i);
            assertThat(now.name()).isEqualTo(then.name());
            if (!CONSTANT.contains(now.name())) {
                assertThat(now).as(after.domain().name()).isNotEqualTo(then);
                if (!now.name().startsWith("balloon.")) {
                    assertThat(now.number()).as(now.name()).isGreaterThan(then.number());
                }
            }
        }
    }

    @Test
    void noVcpuIsEverBusierThanAWholeCpu() {
        try (DriverConnection connection = hosts.open("test:///default?guests=100")) {
            List<DomainStats> before = sample(connection);
            for (int step = 0; step < 200; step++) {
                clock.advance(Duration.ofSeconds(3));
                List<DomainStats> after = sample(connection);
                for (int i = 0; i < before.size(); i++) {
                    long used = after.get(i).number("vcpu.0.time").orElseThrow()
                            - before.get(i).number("vcpu.0.time").orElseThrow();
                    assertThat(used).isBetween(1L, 3_000_000_000L);
                }
                before = after;
            }
        }
    }

    @Test
    void generatedXmlSaysTheSameAsTheNumbers() {
        try (DriverConnection connection = hosts.open("test:///default?guests=3")) {
            DomainFacet domains = domains(connection);
            var domain = domains.list(CallContext.create(), 0).get(1);
            String xml = domains.xml(CallContext.create(), domain, 0);

            assertThat(xml)
                    .contains("<name>" + domain.name() + "</name>", "<uuid>" + domain.uuid() + "</uuid>", "id='2'");
            assertThat(sample(connection).get(1).text("net.0.name")).isEqualTo("vnet2");
            assertThat(domains.defineXml(CallContext.create(), xml, 0).uuid()).isEqualTo(domain.uuid());
        }
    }

    @Test
    void sameSeedAndClockGiveTheSameHost() {
        try (DriverConnection one = new Hosts(new ManualClock()).open("test:///default?guests=5");
                DriverConnection two = new Hosts(new ManualClock()).open("test:///default?guests=5")) {
            assertThat(sample(one)).isEqualTo(sample(two));
            assertThat(sample(one).stream().map(s -> s.domain().uuid()).collect(Collectors.toSet()))
                    .hasSize(5);
        }
    }

    private static DomainFacet domains(DriverConnection connection) {
        return connection.facet(DomainFacet.class).orElseThrow();
    }

    private static List<DomainStats> sample(DriverConnection connection) {
        return connection.facet(StatisticsFacet.class).orElseThrow().allStats(CallContext.create(), List.of(), 0, 0);
    }
}
