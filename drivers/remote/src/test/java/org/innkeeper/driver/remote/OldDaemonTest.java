package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
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
import org.innkeeper.driver.remote.protocol.Values;
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
    private static final DomainRef WEB =
            new DomainRef("web", UUID.fromString("6a1e29c4-1d3f-4c51-8a6b-0d3d3f1a0001"), 3);
    private static final DomainRef MAIL =
            new DomainRef("mail", UUID.fromString("6a1e29c4-1d3f-4c51-8a6b-0d3d3f1a0002"), 7);
    private static final DomainRef FILES =
            new DomainRef("files", UUID.fromString("6a1e29c4-1d3f-4c51-8a6b-0d3d3f1a0003"), -1);
    private static final Map<DomainRef, DomainState> STATES =
            Map.of(WEB, DomainState.RUNNING, MAIL, DomainState.PAUSED, FILES, DomainState.SHUT_OFF);

    /** A version that can be told, and the last procedure it knows. */
    private enum Version {
        /** Knows no authentication. */
        V0_3_3(3_003, 60),
        /** Cannot tell its version. */
        V0_7_2(7_002, 156),
        /** Tells no state without all the rest. */
        V0_9_1(9_001, 207),
        /** Has no list of all guests. */
        V0_9_12(9_012, 272),
        /** Has no statistics of all guests. */
        V1_2_7(1_002_007, 343);

        private final long number;
        private final int last;

        Version(long number, int last) {
            this.number = number;
            this.last = last;
        }
    }

    private final CallContext context = CallContext.within(Duration.ofSeconds(30));
    private final List<AutoCloseable> open = new ArrayList<>();
    private boolean opened;

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private StandInDaemon daemon(Version version) {
        StandInDaemon daemon = new StandInDaemon(version.last)
                .answer("AUTH_LIST", call -> new Object[] {List.of(0)})
                .answer("CONNECT_OPEN", call -> {
                    opened = true;
                    return new Object[0];
                })
                .answer("CONNECT_CLOSE", call -> new Object[0])
                .answer("CONNECT_SUPPORTS_FEATURE", call -> supportsFeature())
                .answer("CONNECT_GET_TYPE", call -> new Object[] {"QEMU"})
                .answer("CONNECT_GET_LIB_VERSION", call -> new Object[] {version.number})
                .answer("CONNECT_NUM_OF_DOMAINS", call -> new Object[] {2})
                .answer("CONNECT_NUM_OF_DEFINED_DOMAINS", call -> new Object[] {1})
                .answer("CONNECT_LIST_DOMAINS", call -> new Object[] {List.of(WEB.id(), MAIL.id())})
                .answer("CONNECT_LIST_DEFINED_DOMAINS", call -> new Object[] {List.of(FILES.name())})
                .answer("CONNECT_LIST_ALL_DOMAINS", call -> new Object[] {List.of(WEB, MAIL, FILES), 3})
                .answer("DOMAIN_LOOKUP_BY_ID", call -> new Object[] {call.integer("id") == WEB.id() ? WEB : MAIL})
                .answer("DOMAIN_LOOKUP_BY_NAME", call -> new Object[] {FILES})
                .answer("DOMAIN_GET_INFO", OldDaemonTest::info)
                .answer("DOMAIN_GET_STATE", call -> new Object[] {state(call), 1})
                .answer("DOMAIN_IS_PERSISTENT", call ->
                        new Object[] {call.get("dom").equals(MAIL) ? 0 : 1})
                .answer("DOMAIN_HAS_MANAGED_SAVE_IMAGE", call ->
                        new Object[] {call.get("dom").equals(FILES) ? 1 : 0})
                .answer("DOMAIN_GET_AUTOSTART", call ->
                        new Object[] {call.get("dom").equals(WEB) ? 1 : 0})
                .answer("DOMAIN_SNAPSHOT_NUM", call -> new Object[] {0});
        open.add(daemon);
        return daemon;
    }

    private Object[] supportsFeature() {
        if (!opened) {
            throw StandInDaemon.refusal(ErrorCode.INTERNAL_ERROR, "connection not open");
        }
        return new Object[] {0};
    }

    private static int state(Values call) {
        return STATES.get((DomainRef) call.get("dom")).number();
    }

    private static Object[] info(Values call) {
        return new Object[] {state(call), 2_048L, 1_024L, 2, 5_000_000L};
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
        "4096, ''",
        "8192, web mail files",
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
                .doesNotContain(
                        Feature.STATS_BULK,
                        Feature.EVENTS,
                        Feature.NETWORKS,
                        Feature.STORAGE,
                        Feature.NODE_DEVICES,
                        Feature.SECRETS,
                        Feature.DOMAIN_RENAME);
        assertThat(connection.features().contains(Feature.DOMAIN_SCREENSHOT)).isEqualTo(version.number >= 9_002);
        assertThat(connection.features().contains(Feature.DOMAIN_SNAPSHOT)).isEqualTo(version.number >= 9_013);
        assertThat(connection.features().contains(Feature.DOMAIN_MANAGED_SAVE)).isEqualTo(version.number >= 8_000);
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
