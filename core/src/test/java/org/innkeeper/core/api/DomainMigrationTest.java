package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert;
import org.innkeeper.core.api.flag.MigrateFlag;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorLevel;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of a migration and their order, also when one of them fails. */
class DomainMigrationTest {
    private final List<String> steps = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final RecordingDriver sourceDriver = new RecordingDriver();
    private final RecordingDriver targetDriver = new RecordingDriver();
    private final Connection source = sourceDriver.connect();
    private final Connection target = targetDriver.connect();
    private final DomainMigration migration =
            source.domains().of(Samples.DOMAIN).migration();
    private DomainState state = DomainState.RUNNING;
    private String preparedUri = "tcp://target:49152";
    private Optional<?> finished = Optional.of(Samples.DOMAIN);

    @BeforeEach
    void script() {
        sourceDriver.behaviour = (method, arguments) -> step("source", method.getName(), arguments);
        targetDriver.behaviour = (method, arguments) -> step("target", method.getName(), arguments);
    }

    private Object step(String side, String name, Object[] arguments) {
        switch (name) {
            case "status":
                return DomainStatus.of(state);
            case "finish":
                steps.add(side + " finish " + cookie(arguments[2]) + " " + flags(arguments[3]) + " cancelled "
                        + arguments[4]);
                break;
            case "confirm":
                steps.add(side + " confirm " + flags(arguments[4]) + " cancelled " + arguments[5]);
                break;
            case "prepare":
                steps.add(side + " prepare " + cookie(arguments[3]) + " " + flags(arguments[4]));
                break;
            case "perform":
                steps.add(side + " perform " + arguments[2] + " " + cookie(arguments[4]) + " " + flags(arguments[5]));
                break;
            default:
                steps.add(side + " " + name);
        }
        if (failures.containsKey(name)) {
            throw failures.get(name);
        }
        return switch (name) {
            case "begin" -> new MigrationStep("<domain/>", new byte[] {1});
            case "prepare" -> new MigrationStep(preparedUri, new byte[] {2});
            case "perform" -> new MigrationStep(null, new byte[] {3});
            case "finish" -> finished;
            case "lookupByName" -> Samples.DOMAIN;
            default -> null;
        };
    }

    private static String cookie(Object bytes) {
        return Arrays.toString((byte[]) bytes);
    }

    private static String flags(Object bits) {
        return "0x" + Long.toHexString((Long) bits);
    }

    private void fail(String step) {
        failures.put(step, new InnkeeperException(ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, step + " failed"));
    }

    private Domain migrate(MigrateFlag... flags) {
        return migration.migrateTo(CallContext.create(), target, List.of(), Set.of(flags));
    }

    @Test
    void leadsBothHostsThroughIt() {
        Domain moved = migrate(MigrateFlag.LIVE, MigrateFlag.AUTO_CONVERGE);
        assertThat(moved.connection()).isSameAs(target);
        assertThat(steps)
                .containsExactly(
                        "source begin",
                        "target prepare [1] 0x1",
                        "source perform null [2] 0x2001",
                        "target finish [3] 0x1 cancelled 0",
                        "source confirm 0x2001 cancelled 0");
    }

    @Test
    void handsDocumentAndUriOn() {
        migration.migrateTo(
                CallContext.create(),
                target,
                List.of(TypedParameter.ofString("migrate_uri", "tcp://mine"), TypedParameter.ofUlong("bandwidth", 5)),
                Set.of());
        assertThat(targetDriver.arguments.get(0)[2])
                .asInstanceOf(InstanceOfAssertFactories.list(TypedParameter.class))
                .contains(TypedParameter.ofString("destination_xml", "<domain/>"));
        Object[] perform = sourceDriver.arguments.stream()
                .filter(given -> given.length == 6 && given[4] instanceof byte[])
                .filter(given -> given[2] == null)
                .findFirst()
                .orElseThrow();
        assertThat(perform[3])
                .asInstanceOf(InstanceOfAssertFactories.list(TypedParameter.class))
                .containsExactlyInAnyOrder(
                        TypedParameter.ofUlong("bandwidth", 5),
                        TypedParameter.ofString(
                                "destination_name", migration.domain().name()),
                        TypedParameter.ofString("destination_xml", "<domain/>"),
                        TypedParameter.ofString("migrate_uri", "tcp://target:49152"));
    }

    @Test
    void keepsAPausedDomainPaused() {
        state = DomainState.PAUSED;
        migrate();
        assertThat(steps).contains("target finish [3] 0x20 cancelled 0");
    }

    @Test
    void movesADefinitionAlone() {
        preparedUri = null;
        migrate(MigrateFlag.OFFLINE, MigrateFlag.PERSIST_DEST);
        assertThat(steps)
                .containsExactly(
                        "source begin",
                        "target prepare [1] 0x408",
                        "target finish [2] 0x408 cancelled 0",
                        "source confirm 0x408 cancelled 0");
    }

    @Test
    void nothingIsToBeUndoneWhenBeginFails() {
        fail("begin");
        assertThatThrownBy(this::migrate).hasMessage("begin failed");
        assertThat(steps).containsExactly("source begin");
    }

    @Test
    void theSourceGoesOnWhenPrepareFails() {
        fail("prepare");
        assertThatThrownBy(this::migrate).hasMessage("prepare failed");
        assertThat(steps).containsExactly("source begin", "target prepare [1] 0x0", "source confirm 0x0 cancelled 1");
    }

    @Test
    void bothCleanUpWhenPerformFails() {
        fail("perform");
        fail("finish");
        fail("confirm");
        assertThatThrownBy(this::migrate).hasMessage("perform failed");
        assertThat(steps)
                .endsWith(
                        "source perform null [2] 0x0",
                        "target finish [] 0x0 cancelled 1",
                        "source confirm 0x0 cancelled 1");
        assertThat(source.lastError().orElseThrow().message()).isEqualTo("perform failed");
    }

    @Test
    void bothCleanUpWhenTheTargetDoesNotSayWhere() {
        preparedUri = null;
        assertThatThrownBy(this::migrate).hasMessageContaining("did not say where to send fc4");
        assertThat(steps).endsWith("target finish [] 0x0 cancelled 1", "source confirm 0x0 cancelled 1");
    }

    @Test
    void theSourceGoesOnWhenFinishFails() {
        fail("finish");
        assertThatThrownBy(this::migrate).hasMessage("finish failed");
        assertThat(steps).endsWith("target finish [3] 0x0 cancelled 0", "source confirm 0x0 cancelled 1");
    }

    @Test
    void theSourceGoesOnWhenTheTargetHasNoDomain() {
        finished = Optional.empty();
        assertThatThrownBy(this::migrate).hasMessageContaining("fc4 could not be started on the target");
        assertThat(steps).endsWith("source confirm 0x0 cancelled 1");
    }

    @Test
    void aLateFailureOfTheSourceChangesNothing() {
        fail("confirm");
        assertThat(migrate().name()).isEqualTo("fc4");
        assertThat(source.lastError()).hasValueSatisfying(warning -> {
            assertThat(warning.level()).isEqualTo(ErrorLevel.WARNING);
            assertThat(warning.message()).contains("fc4 was moved").contains("confirm failed");
        });
    }

    @Test
    void cleansUpAlsoWhenCancelled() {
        CallContext context = CallContext.create();
        failures.put("perform", CallCancelledException.cancelled("migration"));
        sourceDriver.behaviour = (method, arguments) -> {
            if (method.getName().equals("perform")) {
                context.cancel();
            }
            if (method.getName().equals("confirm")) {
                assertThat(((CallContext) arguments[0]).isCancelled()).isFalse();
            }
            return step("source", method.getName(), arguments);
        };
        assertThatThrownBy(() -> migration.migrateTo(context, target, List.of(), Set.of()))
                .isInstanceOf(CallCancelledException.class);
        assertThat(steps).endsWith("target finish [] 0x0 cancelled 1", "source confirm 0x0 cancelled 1");
    }

    @Test
    void leavesItToTheSourcePeerToPeer() {
        Domain moved = migrate(MigrateFlag.PEER2PEER, MigrateFlag.TUNNELLED);
        assertThat(moved.connection()).isSameAs(target);
        assertThat(steps).containsExactly("source perform fake:///x [] 0x6", "target lookupByName");
        steps.clear();
        migration.migrateToUri(CallContext.create(), "fake://host/x", List.of(), Set.of(MigrateFlag.LIVE));
        assertThat(steps).containsExactly("source perform fake://host/x [] 0x3");
    }

    @Test
    void looksForTheNewNamePeerToPeer() {
        migration.migrateTo(
                CallContext.create(),
                target,
                List.of(TypedParameter.ofString("destination_name", "fc5")),
                Set.of(MigrateFlag.PEER2PEER));
        assertThat(targetDriver.arguments.get(0)[1]).isEqualTo("fc5");
    }

    @Test
    void refusesWhatCannotWork() {
        assertInvalid(() -> migrate(MigrateFlag.TUNNELLED), "TUNNELLED needs PEER2PEER");
        assertInvalid(() -> migrate(MigrateFlag.NON_SHARED_DISK, MigrateFlag.NON_SHARED_INC), "exclude each other");
        assertInvalid(() -> migration.migrateTo(CallContext.create(), source, List.of(), Set.of()), "the domain is on");
        Connection readOnly = targetDriver.connect(true);
        assertInvalid(() -> migration.migrateTo(CallContext.create(), readOnly, List.of(), Set.of()), "read-only");
        RecordingDriver poor = new RecordingDriver();
        poor.features = EnumSet.complementOf(EnumSet.of(Feature.MIGRATION));
        Connection unable = poor.connect();
        assertInvalid(
                () -> migration.migrateTo(CallContext.create(), unable, List.of(), Set.of()),
                "does not support migration");
        assertInvalid(
                () -> migration.migrateToUri(CallContext.create(), "fake:///x", List.of(), Set.of()), "names no host");
        assertInvalid(() -> migration.migrateToUri(CallContext.create(), "?", List.of(), Set.of()), "names no host");
        target.close();
        assertInvalid(this::migrate, "target is closed");
        assertThat(steps).isEmpty();
    }

    private static void assertInvalid(ThrowableAssert.ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG))
                .hasMessageContaining(reason);
    }
}
