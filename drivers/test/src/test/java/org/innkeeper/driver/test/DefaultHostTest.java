package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.NodeFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultHostTest {
    private final CallContext context = CallContext.create();
    private final Hosts hosts = new Hosts();

    @Test
    void plainHostIsTheOneOfLibvirt() {
        try (DriverConnection connection = hosts.open("test:///default?demo=no")) {
            List<DomainRef> all = domains(connection).list(context, 0);

            assertThat(all)
                    .containsExactly(new DomainRef("test", UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f"), 1));
            assertThat(domains(connection).info(context, all.get(0))).satisfies(info -> {
                assertThat(info.state()).isEqualTo(DomainState.RUNNING);
                assertThat(info.maxMemory()).isEqualTo(8_388_608);
                assertThat(info.memory()).isEqualTo(2_097_152);
                assertThat(info.vcpus()).isEqualTo(2);
            });
            NodeFacet node = connection.facet(NodeFacet.class).orElseThrow();
            assertThat(node.info(context)).isEqualTo(new NodeInfo("i686", 3_145_728, 16, 1_400, 2, 2, 2, 2));
            assertThat(node.cellsFreeMemory(context, 0, 2)).containsExactly(2_097_152L, 4_194_304L);
            assertThat(node.type(context)).isEqualTo("TEST");
            assertThat(node.version(context)).isEqualTo(2);
            assertThat(node.maxVcpus(context, null)).isEqualTo(32);
        }
    }

    @Test
    void demoShowsEveryStateAndStartsWithTheSameGuest() {
        try (DriverConnection connection = hosts.open("test:///default")) {
            List<DomainRef> all = domains(connection).list(context, 0);
            Set<DomainState> states = all.stream()
                    .map(domain -> domains(connection).status(context, domain).state())
                    .collect(Collectors.toSet());

            assertThat(states).isEqualTo(EnumSet.complementOf(EnumSet.of(DomainState.NO_STATE)));
            assertThat(all.get(0).name()).isEqualTo("test");
            assertThat(domains(connection).list(context, DomainFlags.LIST_TRANSIENT))
                    .hasSize(1);
            assertThat(domains(connection).list(context, DomainFlags.LIST_MANAGED_SAVE))
                    .hasSize(1);
        }
    }

    @Test
    void connectionsShareTheHostUntilTheLastOneCloses() {
        try (DriverConnection one = hosts.open("test:///default")) {
            DomainRef domain = domains(one).lookupByName(context, "web-frontend");
            try (DriverConnection two = hosts.open("test:///default")) {
                domains(two).destroy(context, domain, 0);
            }
            assertThat(domains(one).status(context, domain).state()).isEqualTo(DomainState.SHUT_OFF);
        }
        try (DriverConnection again = hosts.open("test:///default")) {
            DomainRef domain = domains(again).lookupByName(context, "web-frontend");
            assertThat(domains(again).status(context, domain).state()).isEqualTo(DomainState.RUNNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&demo=no", "&guests=3"})
    void hostsOfOtherNamesAreApart(String parameters) {
        try (DriverConnection one = hosts.open("test:///default?host=one" + parameters);
                DriverConnection same = hosts.open("test:///default?host=one" + parameters);
                DriverConnection other = hosts.open("test:///default?host=other" + parameters);
                DriverConnection unnamed = hosts.open("test:///default" + parameters.replaceFirst("&", "?"))) {
            DomainRef domain =
                    domains(one).list(context, DomainFlags.LIST_RUNNING).get(0);
            domains(one).destroy(context, domain, 0);

            assertThat(state(same, domain)).isEqualTo(DomainState.SHUT_OFF);
            assertThat(state(other, domain)).isEqualTo(DomainState.RUNNING);
            assertThat(state(unnamed, domain)).isEqualTo(DomainState.RUNNING);
        }
    }

    private DomainState state(DriverConnection connection, DomainRef domain) {
        return domains(connection)
                .status(context, domains(connection).lookupByName(context, domain.name()))
                .state();
    }

    private static DomainFacet domains(DriverConnection connection) {
        return connection.facet(DomainFacet.class).orElseThrow();
    }

    @Test
    void demoHasHistoryAndRoomLeft() {
        try (DriverConnection connection = hosts.open("test:///default")) {
            for (DomainRef domain : domains(connection).list(context, DomainFlags.LIST_ACTIVE)) {
                assertThat(domains(connection).info(context, domain).cpuTime())
                        .as(domain.name())
                        .isGreaterThan(Duration.ofMinutes(1).toNanos());
            }
            NodeMemoryStats memory =
                    connection.facet(NodeFacet.class).orElseThrow().memoryStats(context);
            assertThat(memory.used()).isBetween(memory.total() / 3, memory.total() * 9 / 10);
        }
    }

    @Test
    void dumpsOfDemoGuestsAreCleanDocuments() {
        try (DriverConnection connection = hosts.open("test:///default")) {
            for (DomainRef domain : domains(connection).list(context, 0)) {
                assertThat(domains(connection).xml(context, domain, 0))
                        .startsWith("<domain type='test'")
                        .doesNotContain("xmlns:test")
                        .contains("\n  <name>" + domain.name() + "</name>\n")
                        .endsWith("</domain>\n");
            }
        }
    }
}
