package org.innkeeper.driver.xen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Test;

/** How much a refresh asks of the host. */
class RequestCountTest {
    private static final int GUESTS = 50;

    @Test
    void aRefreshOfXendIsOneRequestForEach() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_0_3)) {
            host.xend().host().populate(GUESTS);
            DomainFacet domains = host.open().facet(DomainFacet.class).orElseThrow();
            host.xend().requests().clear();

            assertThat(domains.list(CallContext.create(), 0)).hasSize(GUESTS + 1);

            assertThat(host.xend().requests()).hasSize(1);
        }
    }

    @Test
    void statisticsOfAllCostNoMoreThanAList() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            host.xend().host().populate(GUESTS);
            StatisticsFacet statistics =
                    host.open().facet(StatisticsFacet.class).orElseThrow();
            statistics.allStats(CallContext.create(), List.of(), 0, 0);
            host.xend().requests().clear();

            List<DomainStats> all = statistics.allStats(CallContext.create(), List.of(), 0, 0);

            assertThat(all).hasSize(GUESTS + 1);
            assertThat(all.get(1).number("block.0.rd.bytes")).hasValue(80 * 512);
            assertThat(all.get(1).number("net.0.rx.bytes")).hasValue(2000);
            assertThat(host.xend().requests()).hasSize(1);
        }
    }

    @Test
    void virtualCpusAreAskedForOneByOneOnlyOfDomainsThatAreNamed() throws IOException {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            host.xend().host().populate(GUESTS);
            StatisticsFacet statistics =
                    host.open().facet(StatisticsFacet.class).orElseThrow();
            List<DomainStats> all = statistics.allStats(CallContext.create(), List.of(), 0, 0);
            host.xend().requests().clear();

            all = statistics.allStats(CallContext.create(), List.of(), StatsGroups.VCPU, 0);
            assertThat(all.get(1).number("vcpu.0.time")).isEmpty();
            assertThat(all.get(1).number("vcpu.current")).isPresent();
            assertThat(host.xend().requests()).hasSize(1);

            List<DomainRef> one = List.of(all.get(1).domain());
            assertThat(statistics
                            .allStats(CallContext.create(), one, StatsGroups.VCPU, 0)
                            .get(0)
                            .number("vcpu.0.time"))
                    .isPresent();
        }
    }
}
