package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.driver.remote.peer.DelayingProxy;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with a real daemon that is far away, slow or dead. */
@Timeout(90)
class FarHostTest {
    private static final int GUESTS = 200;
    private static final int VISIBLE = 20;
    private static final Duration ROUND_TRIP = Duration.ofMillis(50);

    /** Transport, authentication, opening, and asking what the host can do; the driver's own tests look closer. */
    private static final int WAITS_OF_OPENING = 3;

    private static final int WAITS_OF_LISTING = 6;

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final ProblemList problems = new ProblemList(Clock.systemUTC());

    @TempDir
    Path journals;

    private LiveFleet fleet;

    private LiveFleet fleet() {
        fleet = new LiveFleet(
                Innkeeper::load, AuthenticationCallback.NOBODY, new JobList(), problems, hosts -> {}, journals);
        return fleet;
    }

    @AfterEach
    void close() {
        if (fleet != null) {
            fleet.close();
        }
    }

    /** A file that libvirt's test driver makes a host of. */
    private Path host(int guests) throws IOException {
        String domains = IntStream.range(0, guests)
                .mapToObj(i -> "<domain type='test'><name>guest" + i + "</name><memory>65536</memory>"
                        + "<os><type>hvm</type></os></domain>")
                .collect(Collectors.joining());
        Path file = Files.createTempFile(peer.directory(), "host", ".xml");
        Files.writeString(file, "<node>" + domains + "</node>");
        return file;
    }

    private HostSession add(int port, String path) {
        return fleet.add(HostDefinition.of("test+tcp://localhost:" + port + path, "far"));
    }

    private static void awaitState(HostSession host, ConnectionState state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(host.snapshot().state()).isEqualTo(state));
    }

    @Test
    void aHostIsListedAndPolledWithFewWaits() throws Exception {
        try (DelayingProxy proxy = new DelayingProxy(peer.tcpPort(), ROUND_TRIP)) {
            fleet().setPolling(new PollingSettings(
                    Duration.ofSeconds(1), PollingSettings.standard().groups()));

            HostSession host = add(proxy.port(), host(GUESTS).toString());
            awaitState(host, ConnectionState.CONNECTED);

            assertThat(proxy.takeWaits()).isLessThanOrEqualTo(WAITS_OF_OPENING + WAITS_OF_LISTING);
            assertThat(host.snapshot().guests()).hasSize(GUESTS).allSatisfy(guest -> {
                assertThat(guest.state()).isEqualTo(DomainState.RUNNING);
                assertThat(guest.persistent()).isTrue();
            });

            assertOnePollIsOneWait(host, proxy);
        }
    }

    /** Five waits for twenty definitions: four are asked for at once. What is known is not asked for again. */
    @Test
    void definitionsAreReadForVisibleGuestsFourAtOnceAndKept() throws Exception {
        try (DelayingProxy proxy = new DelayingProxy(peer.tcpPort(), ROUND_TRIP)) {
            fleet().setPolling(new PollingSettings(
                    Duration.ofMinutes(1), PollingSettings.standard().groups()));
            HostSession host = add(proxy.port(), host(GUESTS).toString());
            awaitState(host, ConnectionState.CONNECTED);
            await().until(() -> host.snapshot().guests().size() == GUESTS);
            List<GuestKey> visible = host.snapshot().guests().stream()
                    .limit(VISIBLE)
                    .map(GuestSnapshot::key)
                    .toList();
            await().during(2 * ROUND_TRIP.toMillis(), TimeUnit.MILLISECONDS).until(() -> proxy.takeWaits() == 0);

            host.wantDetails(visible);

            await().until(() -> known(host) == VISIBLE);
            assertThat(proxy.takeWaits()).isBetween(VISIBLE / 4, VISIBLE / 4 + 2);
            host.wantDetails(visible);
            await().during(2 * ROUND_TRIP.toMillis(), TimeUnit.MILLISECONDS).until(() -> proxy.takeWaits() == 0);
            assertThat(known(host)).isEqualTo(VISIBLE);
        }
    }

    private static long known(HostSession host) {
        return host.snapshot().guests().stream()
                .filter(guest -> guest.details() != null)
                .count();
    }

    private static void assertOnePollIsOneWait(HostSession host, DelayingProxy proxy) {
        awaitPoll(host);
        awaitPoll(host);
        proxy.takeWaits();
        int polls = 3;
        for (int i = 0; i < polls; i++) {
            awaitPoll(host);
        }
        // Half of one more may be under way, and a ping of the keepalive.
        assertThat(proxy.takeWaits()).isBetween(polls - 1, polls + 2);
    }

    private static void awaitPoll(HostSession host) {
        Instant before = host.snapshot().asOf();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !host.snapshot().asOf().equals(before));
    }

    @Test
    void aSlowOrDeadHostDelaysNoOther() {
        fleet().setPolling(new PollingSettings(
                Duration.ofMillis(250), PollingSettings.standard().groups()));
        try (DelayingProxy slow = new DelayingProxy(peer.tcpPort(), Duration.ofSeconds(20))) {
            HostSession far = add(slow.port(), "/default");
            HostSession dead = add(1, "/default");
            HostSession near = fleet.add(HostDefinition.of("test:///default?guests=5", "near"));

            awaitState(near, ConnectionState.CONNECTED);
            Instant begin = near.snapshot().asOf();
            awaitPoll(near);
            awaitPoll(near);
            awaitPoll(near);

            assertThat(Duration.between(begin, near.snapshot().asOf())).isLessThan(Duration.ofSeconds(3));
            assertThat(far.snapshot().state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(dead.snapshot().state()).isNotEqualTo(ConnectionState.CONNECTED);
        }
    }

    @Test
    void guestsOfALostHostStayAndItComesBack() {
        LibvirtdPeer own = LibvirtdPeer.start(java.util.Map.of());
        fleet().setPolling(new PollingSettings(
                Duration.ofMillis(250), PollingSettings.standard().groups()));
        HostSession host = add(own.tcpPort(), "/default");
        awaitState(host, ConnectionState.CONNECTED);

        own.killDaemon();

        awaitState(host, ConnectionState.LOST);
        assertThat(host.snapshot().guests()).extracting(guest -> guest.name()).containsExactly("test");
        assertThat(host.snapshot().asOf()).isNotNull();
        assertThat(host.snapshot().problem()).isNotNull();
        own.startDaemonAgain();
        awaitState(host, ConnectionState.CONNECTED);
        own.close();
    }
}
