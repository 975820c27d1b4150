package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.app.session.NewVolume;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.session.VolumeSummary;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over the hosts in memory. */
@Timeout(60)
class LiveFleetTest {
    private final JobList jobs = new JobList();
    private final ProblemList problems = new ProblemList(Clock.systemUTC());
    private final List<List<HostDefinition>> stored = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path journals;

    private LiveFleet fleet;

    @BeforeEach
    void open() {
        fleet = new LiveFleet(Innkeeper::load, AuthenticationCallback.NOBODY, jobs, problems, stored::add, journals);
    }

    /** Waits for the end, since hosts in memory are shared until the last connection closes. */
    @AfterEach
    void close() {
        List<HostSession> hosts = fleet.hosts();
        fleet.close();
        hosts.forEach(host -> host.disconnect().toCompletableFuture().join());
    }

    /** A host with running guests. */
    private HostSession farm(int guests, String... parameters) {
        fleet.setPolling(new PollingSettings(
                Duration.ofMillis(250), PollingSettings.standard().groups()));
        String more = String.join("&", parameters);
        return fleet.add(
                HostDefinition.of("test:///default?guests=" + guests + (more.isEmpty() ? "" : "&" + more), "farm"));
    }

    private static void awaitState(HostSession host, ConnectionState state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> host.snapshot().state() == state);
    }

    private static GuestSnapshot guest(HostSession host, GuestKey key) {
        return host.snapshot().guests().stream()
                .filter(guest -> guest.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static GuestKey first(HostSession host) {
        return host.snapshot().guests().get(0).key();
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void aHostIsConnectedWithItsGuestsAndThenHasRates() {
        HostSession host = farm(5);
        awaitState(host, ConnectionState.CONNECTED);

        assertThat(host.snapshot().guests()).hasSize(5).allMatch(GuestSnapshot::running);
        assertThat(host.snapshot().node().cpus()).isPositive();
        assertThat(host.snapshot().asOf()).isNotNull();

        await().until(() -> host.snapshot().guests().stream()
                .allMatch(guest -> guest.rates().cpu() >= 0
                        && guest.rates().memoryUsedKiB() > 0
                        && guest.rates().diskBytesPerSecond() >= 0
                        && guest.rates().networkBytesPerSecond() >= 0));
        await().until(() -> host.snapshot().load().cpu() >= 0);
        assertThat(host.samples().read(first(host), Metric.CPU, new float[10])).isPositive();
    }

    @Test
    void manyGuestsAreReadInParts() {
        HostSession host = farm(2500);
        awaitState(host, ConnectionState.CONNECTED);

        await().until(() -> host.samples().readTimes(new long[5]) >= 3);
        assertThat(host.snapshot().guests())
                .hasSize(2500)
                .allMatch(guest -> guest.rates().cpu() >= 0);
    }

    @Test
    void theDriverThatServedIsStored() {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        await().until(() -> "test".equals(host.definition().providerId()));
        await().untilAsserted(() -> assertThat(stored.get(stored.size() - 1))
                .extracting(HostDefinition::providerId)
                .containsExactly("test"));
    }

    @Test
    void actionsShowAtOnce() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);
        GuestKey key = first(host);

        get(host.perform(GuestAction.PAUSE, key));
        assertThat(guest(host, key).state()).isEqualTo(DomainState.PAUSED);
        get(host.perform(GuestAction.RESUME, key));
        assertThat(guest(host, key).state()).isEqualTo(DomainState.RUNNING);
        get(host.perform(GuestAction.FORCE_OFF, key));
        await().until(() -> guest(host, key) == null || guest(host, key).state() == DomainState.SHUT_OFF);
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        assertThatThrownBy(() -> get(host.perform(GuestAction.RUN, first(host))))
                .satisfies(failure -> assertThat(Failures.info(failure).code()).isEqualTo(ErrorCode.OPERATION_INVALID));
    }

    @Test
    void changesArePublishedNewestLast() {
        List<FleetSnapshot> told = Collections.synchronizedList(new ArrayList<>());
        fleet.listen(told::add);
        farm(2);

        await().until(() -> !told.isEmpty() && told.get(told.size() - 1).guestCount() == 2);
        assertThat(told).extracting(FleetSnapshot::revision).isSorted().doesNotHaveDuplicates();
        assertThat(fleet.snapshot().guestCount()).isEqualTo(2);
    }

    @Test
    void aSlowHostDelaysNoOther() throws Exception {
        HostSession slow = farm(1, "latency=1500");
        HostSession quick = farm(1);

        awaitState(quick, ConnectionState.CONNECTED);
        long begin = System.nanoTime();
        get(quick.perform(GuestAction.PAUSE, first(quick)));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        awaitState(slow, ConnectionState.CONNECTED);
    }

    @Test
    void forceOffDoesNotWaitForOtherActions() throws Exception {
        HostSession host = farm(2, "latency=300");
        awaitState(host, ConnectionState.CONNECTED);
        GuestKey busy = host.snapshot().guests().get(0).key();
        GuestKey other = host.snapshot().guests().get(1).key();
        CompletionStage<Void> last = null;
        for (int i = 0; i < 6; i++) {
            last = host.perform(i % 2 == 0 ? GuestAction.PAUSE : GuestAction.RESUME, busy);
        }

        get(host.perform(GuestAction.FORCE_OFF, other));

        assertThat(last.toCompletableFuture()).isNotDone();
        get(last);
    }

    @Test
    void aLostHostKeepsItsGuestsAndIsTriedAgain() {
        HostSession host = farm(3, "die=1");
        awaitState(host, ConnectionState.CONNECTED);
        awaitState(host, ConnectionState.LOST);

        assertThat(host.snapshot().guests()).hasSize(3);
        assertThat(host.snapshot().problem()).isNotNull();
        assertThat(problems.problems()).isNotEmpty();
        awaitState(host, ConnectionState.CONNECTED);
    }

    @Test
    void aHostThatNoDriverTakesIsNotTriedAgain() {
        HostSession host = fleet.add(HostDefinition.of("nonsense:///x", "nonsense"));

        await().until(() -> host.snapshot().problem() != null);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(host.snapshot().problem().subject().name()).isEqualTo("nonsense");
    }

    @Test
    void aHostTheUserDisconnectsStaysDisconnected() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        get(host.disconnect());

        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThatThrownBy(() -> get(host.perform(GuestAction.PAUSE, first(host))))
                .satisfies(failure -> assertThat(Failures.info(failure).code()).isEqualTo(ErrorCode.INVALID_CONN));
        get(host.connect());
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void aRemovedHostIsGone() {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        fleet.remove(host.id());

        await().until(() ->
                fleet.snapshot().hosts().isEmpty() && fleet.snapshot().revision() > 0);
        assertThat(fleet.host(host.id())).isEmpty();
        await().until(() -> !stored.isEmpty() && stored.get(stored.size() - 1).isEmpty());
    }

    @Test
    void detailsAreReadForThoseSomebodyLooksAt() {
        HostSession host = farm(3);
        awaitState(host, ConnectionState.CONNECTED);
        GuestKey looked = first(host);

        host.wantDetails(List.of(looked));

        await().until(() -> guest(host, looked).details() != null);
        assertThat(guest(host, looked).details().disks()).isNotEmpty();
        assertThat(host.snapshot().guests().stream().filter(guest -> guest.details() != null))
                .hasSize(1);
    }

    private static String definition(String name) {
        return "<domain type='test'><name>" + name + "</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>"
                + "<os><type>hvm</type></os></domain>";
    }

    @Test
    void aGuestIsMadeStartedAndDeleted() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        GuestKey made = get(host.create(new NewGuest("fresh", List.of(), paths -> definition("fresh"), true, true)));
        assertThat(guest(host, made).running()).isTrue();
        assertThat(guest(host, made).autostart()).isTrue();

        get(host.delete(new DeleteRequest(made, Set.of())));
        await().untilAsserted(() -> assertThat(guest(host, made)).isNull());
        assertThat(jobs.jobs()).isEmpty();
    }

    @Test
    void aGuestWhoseStartFailsIsNotLeftBehind() {
        HostSession host = farm(1, "fail=domain.start");
        awaitState(host, ConnectionState.CONNECTED);

        assertThatThrownBy(() ->
                        get(host.create(new NewGuest("fresh", List.of(), paths -> definition("fresh"), false, true))))
                .isNotNull();

        await().untilAsserted(() -> assertThat(host.snapshot().guests())
                .extracting(GuestSnapshot::name)
                .doesNotContain("fresh"));
    }

    private static List<String> volumes(HostSession host) throws Exception {
        return get(host.pools()).stream()
                .flatMap(pool -> pool.volumes().stream())
                .map(VolumeSummary::name)
                .toList();
    }

    private static NewGuest withDisk(boolean start, Runnable onDefinition) {
        return new NewGuest(
                "fresh",
                List.of(new NewVolume("default-pool", "fresh.qcow2", "qcow2", 1 << 20)),
                paths -> {
                    onDefinition.run();
                    return definition("fresh")
                            .replace(
                                    "</domain>",
                                    "<devices><disk type='file' device='disk'><source file='" + paths.get(0)
                                            + "'/><target dev='vda'/></disk></devices></domain>");
                },
                false,
                start);
    }

    @Test
    void volumesAreMadeForAGuestAndDeletedWithIt() throws Exception {
        HostSession host = demo();
        GuestKey made = get(host.create(withDisk(false, () -> {})));
        String path = get(host.details(made)).disks().get(0).path();
        assertThat(volumes(host)).contains("fresh.qcow2");

        get(host.delete(new DeleteRequest(made, Set.of(path))));

        assertThat(volumes(host)).doesNotContain("fresh.qcow2");
    }

    @Test
    void volumesOfAGuestThatCannotBeStartedAreRemoved() throws Exception {
        HostSession host = demo("fail=domain.start");

        assertThatThrownBy(() -> get(host.create(withDisk(true, () -> {})))).isNotNull();

        assertThat(volumes(host)).doesNotContain("fresh.qcow2");
        assertThat(host.snapshot().guests()).extracting(GuestSnapshot::name).doesNotContain("fresh");
    }

    @Test
    void aCancelledJobLeavesNothingBehind() throws Exception {
        HostSession host = demo();

        assertThatThrownBy(
                        () -> get(host.create(withDisk(false, () -> jobs.jobs().forEach(Job::cancel)))))
                .satisfies(failure -> assertThat(Failures.info(failure).code()).isEqualTo(ErrorCode.OPERATION_ABORTED));

        assertThat(volumes(host)).doesNotContain("fresh.qcow2");
        assertThat(jobs.jobs()).isEmpty();
    }

    @Test
    void whatAProgramThatDiedWasMakingIsRemovedTheNextTime() throws Exception {
        HostSession host = demo();
        get(host.create(withDisk(false, () -> {})));
        GuestKey made = host.snapshot().guests().stream()
                .filter(guest -> guest.name().equals("fresh"))
                .findFirst()
                .orElseThrow()
                .key();
        get(host.delete(new DeleteRequest(made, Set.of())));
        assertThat(volumes(host)).contains("fresh.qcow2");
        assertThat(journals).isEmptyDirectory();
        new Journals(journals).begin(host.id(), "fresh").made("default-pool", "fresh.qcow2");

        // Another connection keeps the host in memory alive meanwhile.
        HostSession other = demo();
        get(host.disconnect());
        get(host.connect());

        await().untilAsserted(() -> assertThat(journals).isEmptyDirectory());
        assertThat(volumes(other)).doesNotContain("fresh.qcow2");
        await().untilAsserted(() -> assertThat(problems.problems())
                .extracting(problem -> problem.error().message())
                .anyMatch(message -> message.contains("fresh.qcow2")));
    }

    @Test
    void storageThatCannotBeDeletedIsNamedAndTheGuestIsGone() throws Exception {
        HostSession host = demo();
        GuestKey made = get(host.create(new NewGuest("fresh", List.of(), paths -> definition("fresh"), false, false)));

        assertThatThrownBy(() -> get(host.delete(new DeleteRequest(made, Set.of("/nowhere/x.img")))))
                .satisfies(
                        failure -> assertThat(Failures.info(failure).message()).contains("/nowhere/x.img"));
        assertThat(guest(host, made)).isNull();
    }

    private HostSession demo(String... parameters) {
        HostSession host =
                fleet.add(HostDefinition.of("test:///default?demo=yes&" + String.join("&", parameters), "demo"));
        awaitState(host, ConnectionState.CONNECTED);
        return host;
    }

    @Test
    void aNameThatIsTakenIsRefusedBeforeAnythingIsMade() {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);
        String taken = host.snapshot().guests().get(0).name();

        assertThatThrownBy(() -> get(host.create(new NewGuest(
                        taken,
                        List.of(),
                        paths -> {
                            throw new AssertionError("not reached");
                        },
                        false,
                        false))))
                .satisfies(failure -> assertThat(Failures.info(failure).code()).isEqualTo(ErrorCode.DOM_EXIST));
    }

    @Test
    void anEditOfADefinitionThatChangedMeanwhileIsRefused() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);
        GuestKey key = get(host.create(new NewGuest("fresh", List.of(), paths -> definition("fresh"), false, false)));
        String base = get(host.xml(key, DefinitionView.STORED_WITH_SECRETS));
        String title = base.replace("<name>fresh</name>", "<name>fresh</name><title>One</title>");

        get(host.replaceDefinition(key, base, title));
        assertThat(get(host.details(key)).title()).isEqualTo("One");

        assertThatThrownBy(() -> get(host.replaceDefinition(key, base, base)))
                .satisfies(
                        failure -> assertThat(Failures.info(failure).message()).contains("fresh", "meanwhile"));
    }

    @Test
    void aGuestIsRenamed() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);
        GuestKey key = get(host.create(new NewGuest("fresh", List.of(), paths -> definition("fresh"), false, false)));

        get(host.rename(key, "older"));
        get(host.setAutostart(key, true));

        assertThat(guest(host, key).name()).isEqualTo("older");
        assertThat(guest(host, key).autostart()).isTrue();
    }

    @Test
    void aReadOnlyHostRefusesChanges() {
        HostSession host = fleet.add(new HostDefinition(
                HostDefinition.of("x", "x").id(), "test:///default?guests=1", "watched", true, true, null));
        awaitState(host, ConnectionState.CONNECTED);

        assertThat(host.snapshot().readOnly()).isTrue();
        assertThatThrownBy(() -> get(host.perform(GuestAction.FORCE_OFF, first(host))))
                .satisfies(failure -> assertThat(Failures.info(failure).code()).isEqualTo(ErrorCode.OPERATION_DENIED));
    }

    @Test
    void thisMachineIsSearchedForHosts() throws Exception {
        assertThat(get(fleet.findLocalHosts())).extracting(FoundHost::uri).contains("test:///default");
    }

    @Test
    void hostsTellAboutThemselves() throws Exception {
        HostSession host = farm(1);
        awaitState(host, ConnectionState.CONNECTED);

        assertThat(get(host.hostDetails()).hypervisor()).isNotEmpty();
        assertThat(get(host.hostDetails()).capabilities()).contains("<capabilities>");
        assertThat(get(host.pools())).isNotNull();
    }
}
