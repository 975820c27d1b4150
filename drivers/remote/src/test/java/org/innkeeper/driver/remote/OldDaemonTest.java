package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.remote.wire.OldDaemon.FILES;
import static org.innkeeper.driver.remote.wire.OldDaemon.MAIL;
import static org.innkeeper.driver.remote.wire.OldDaemon.STATES;
import static org.innkeeper.driver.remote.wire.OldDaemon.WEB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.wire.OldDaemon;
import org.innkeeper.driver.remote.wire.OldDaemon.Version;
import org.innkeeper.driver.remote.wire.StandInDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Daemons that lack what today's have: what is not there is found out, and what can be had in another way is. */
@Timeout(60)
class OldDaemonTest {
    private final CallContext context = CallContext.within(Duration.ofSeconds(30));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private StandInDaemon daemon(Version version) {
        StandInDaemon daemon = OldDaemon.of(version);
        open.add(daemon);
        return daemon;
    }

    private DriverConnection open(StandInDaemon daemon) {
        DriverConnection connection = new RemoteProvider()
                .open(context, uri(daemon), AuthenticationCallback.NOBODY, OpenOptions.readWrite(), LocalServices.NONE);
        open.add(connection);
        return connection;
    }

    private static ConnectUri uri(StandInDaemon daemon) {
        return ConnectUri.parse("qemu+tcp://localhost:" + daemon.port() + "/system");
    }

    private DomainFacet domains(Version version) {
        return open(daemon(version)).facet(DomainFacet.class).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void guestsAreListedWithTheirStates(Version version) {
        DomainFacet domains = domains(version);

        assertThat(domains.list(context, 0)).containsExactly(WEB, MAIL, FILES);
        STATES.forEach((guest, state) ->
                assertThat(domains.status(context, guest).state()).isEqualTo(state));
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void statisticsAreAskedForGuestByGuest(Version version) {
        StandInDaemon daemon = daemon(version);
        StatisticsFacet statistics = open(daemon).facet(StatisticsFacet.class).orElseThrow();

        for (int poll = 0; poll < 2; poll++) {
            List<DomainStats> stats =
                    statistics.allStats(context, List.of(), StatsGroups.STATE | StatsGroups.CPU_TOTAL, 0);
            assertThat(stats).extracting(DomainStats::domain).containsExactly(WEB, MAIL, FILES);
            assertThat(stats).allSatisfy(one -> {
                assertThat(one.number("state.state"))
                        .hasValue(STATES.get(one.domain()).number());
                assertThat(one.number("cpu.time")).hasValue(5_000_000L);
            });
        }

        assertThat(daemon.asked())
                .as("asked for in vain no more than once")
                .containsOnlyOnce("CONNECT_GET_ALL_DOMAIN_STATS")
                .satisfies(names -> assertThat(names)
                        .filteredOn("CONNECT_LIST_ALL_DOMAINS"::equals)
                        .hasSizeBetween(1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1, web mail",
        "2, files",
        "4, web files",
        "8, mail",
        "16, web",
        "32, mail",
        "64, files",
        "128, ''",
        "256, files",
        "512, web mail",
        "1024, web",
        "2048, mail files",
        "4096, web",
        "8192, mail files",
        "16384, ''",
        "1025, web",
        "3, web mail files",
        "1034, ''"
    })
    void filtersChooseAsTheOneCallWould(long flags, String names) {
        DomainFacet domains = domains(Version.V0_9_12);

        assertThat(domains.list(context, flags).stream().map(DomainRef::name))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }

    /** Where a daemon has not even the question, the answer is what all its guests are. */
    @Test
    void guestsOfTheOldestAreAllDefinedAndHaveNothingSaved() {
        DomainFacet domains = domains(Version.V0_3_3);

        assertThat(domains.list(context, DomainFlags.LIST_PERSISTENT)).hasSize(3);
        assertThat(domains.list(context, DomainFlags.LIST_TRANSIENT)).isEmpty();
        assertThat(domains.list(context, DomainFlags.LIST_MANAGED_SAVE)).isEmpty();
        assertThat(domains.isPersistent(context, WEB)).isTrue();
        assertThat(domains.isUpdated(context, WEB)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void onlyWhatIsThereIsAFeature(Version version) {
        DriverConnection connection = open(daemon(version));

        assertThat(connection.features())
                .contains(Feature.DOMAIN_DEFINE, Feature.DOMAIN_SHUTDOWN)
                .doesNotContain(Feature.STATS_BULK, Feature.EVENTS, Feature.DOMAIN_RENAME);
        assertThat(connection.features().contains(Feature.DOMAIN_SCREENSHOT)).isEqualTo(version.number() >= 9_002);
        assertThat(connection.features().contains(Feature.DOMAIN_SNAPSHOT)).isEqualTo(version.number() >= 8_000);
        assertThat(connection.features().contains(Feature.DOMAIN_MANAGED_SAVE)).isEqualTo(version.number() >= 8_000);
    }

    @Test
    void whatCannotBeHadIsSaidToBeMissing() {
        DomainFacet domains = domains(Version.V0_9_12);

        assertThatThrownBy(() -> domains.rename(context, FILES, "archive"))
                .isInstanceOf(InnkeeperException.class)
                .extracting(e -> ((InnkeeperException) e).code())
                .isEqualTo(ErrorCode.NO_SUPPORT);
    }

    @Test
    void aCheckPassesWithoutAuthenticationAndVersion() {
        List<CheckStep> steps = new ArrayList<>();

        new RemoteProvider()
                .check(
                        context,
                        uri(daemon(Version.V0_3_3)),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE,
                        steps::add);

        assertThat(steps).noneMatch(step -> step.verdict() == CheckStep.Verdict.FAILED);
        assertThat(steps).last().satisfies(step -> assertThat(step.detail()).contains("before 0.7.3"));
    }
}
