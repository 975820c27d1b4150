package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.job.JobKind;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostCheck;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CredentialRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a host is asked about before and while it is opened, and how that ends. */
@Timeout(60)
class OutsideHostTest {
    @TempDir
    Path journals;

    private final JobList jobs = new JobList();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<List<HostDefinition>> stored = new CopyOnWriteArrayList<>();
    private volatile boolean allowed;
    private LiveFleet fleet;

    private final HostQuestions questions = new HostQuestions() {
        @Override
        public boolean allow(String host, String uri, List<ForeignPrograms.Item> items) {
            items.forEach(item -> asked.add(item.text()));
            return allowed;
        }

        @Override
        public Optional<List<char[]>> ask(CredentialRequest request) {
            return Optional.empty();
        }
    };

    private LiveFleet fleet() {
        fleet = new LiveFleet(
                Innkeeper::load, questions, jobs, new ProblemList(Clock.systemUTC()), stored::add, journals);
        return fleet;
    }

    @AfterEach
    void close() {
        fleet.hosts().forEach(host -> host.disconnect().toCompletableFuture().join());
        fleet.close();
    }

    private static void awaitState(HostSession host, ConnectionState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> host.snapshot().state() == state);
    }

    /** The test driver does not care for parameters it does not know. */
    private static HostDefinition outside() {
        return HostDefinition.fromOutside("test:///default?guests=1&keyfile=/tmp/key", "lab", false);
    }

    @Test
    void aYesIsRememberedWithTheConnection() {
        allowed = true;
        HostSession host = fleet().add(outside());
        awaitState(host, ConnectionState.CONNECTED);

        assertThat(asked).containsExactly("keyfile=/tmp/key");
        await().untilAsserted(() ->
                assertThat(stored.get(stored.size() - 1).get(0).unconfirmed()).isEmpty());
        host.disconnect().toCompletableFuture().join();
        host.connect().toCompletableFuture().join();
        assertThat(asked).as("it is asked once").hasSize(1);
    }

    @Test
    void aNoEndsTheOpeningAndIsNotTriedAgain() {
        HostSession host = fleet().add(outside());
        await().until(() -> host.snapshot().problem() != null);

        assertThat(host.snapshot().problem().code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(host.definition().autoconnect()).isFalse();
        assertThat(host.definition().unconfirmed()).containsExactly("keyfile=/tmp/key");
    }

    @Test
    void aCheckAsksAsAnOpeningDoes() throws Exception {
        HostSession host = fleet().add(outside().withAutoconnect(false));
        List<CheckStep> steps = new CopyOnWriteArrayList<>();

        HostCheck refused = host.check(steps::add);

        assertThat(refused.ended().toCompletableFuture()).failsWithin(Duration.ofSeconds(20));
        assertThat(steps).as("nothing was tried").isEmpty();
        allowed = true;
        host.check(steps::add).ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(steps).extracting(CheckStep::verdict).containsOnly(CheckStep.Verdict.PASSED);
    }

    /** A driver that would not be chosen by the URI alone. */
    @Test
    void aCheckKeepsToTheDriverOfTheConnection() throws Exception {
        HostSession host = fleet().add(HostDefinition.of("test:///default", "lab")
                .withProvider("no-such-driver")
                .withAutoconnect(false));
        List<CheckStep> steps = new ArrayList<>();

        host.check(steps::add).ended().toCompletableFuture().get(20, TimeUnit.SECONDS);

        assertThat(steps).hasSize(1).first().satisfies(step -> {
            assertThat(step.verdict()).isEqualTo(CheckStep.Verdict.FAILED);
            assertThat(step.detail()).contains("no-such-driver");
        });
    }

    @Test
    void aChangedUriOpensAnewAndAChangedNameDoesNot() throws Exception {
        HostSession host = fleet().add(HostDefinition.of("test:///default?guests=1&host=redefined", "lab"));
        awaitState(host, ConnectionState.CONNECTED);

        host.redefine(host.definition().withLabel("attic").withPolling(Duration.ofSeconds(30)))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(host.snapshot().label()).isEqualTo("attic");

        host.redefine(host.definition().withUri("test:///default?guests=4&host=redefined2"))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        awaitState(host, ConnectionState.CONNECTED);
        assertThat(host.snapshot().guests()).hasSize(4);
        assertThat(host.definition().providerId()).isEqualTo("test");

        host.redefine(host.definition().withReadOnly(true))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(host.snapshot().readOnly()).isTrue();
    }

    @Test
    void aSlowOpeningIsAJobThatCanBeCancelled() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0)) {
            HostSession host =
                    fleet().add(HostDefinition.of("test+tcp://localhost:" + deaf.getLocalPort() + "/default", "deaf"));
            await().until(() -> jobs.jobs().size() == 1);
            Job job = jobs.jobs().get(0);
            assertThat(job.kind()).isEqualTo(JobKind.CONNECT_HOST);
            assertThat(job.object()).isEqualTo("deaf");
            assertThat(jobs.busy()).as("nothing would be lost").isFalse();

            job.cancel();

            awaitState(host, ConnectionState.DISCONNECTED);
            await().until(() -> jobs.jobs().isEmpty());
            assertThat(host.snapshot().problem()).as("the user wanted it").isNull();
        }
    }

    @Test
    void aQuestionOfACancelledCallIsTakenBackAndLeavesNoTrace() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        HostQuestions slow = HostQuestions.onlyCredentials(request -> {
            try {
                waiting.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        CallContext call = CallContext.create();
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            new CancellableQuestions(slow, call).ask(null);
            return Thread.currentThread().isInterrupted();
        });
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        call.cancel();

        assertThat(interrupted.get(10, TimeUnit.SECONDS))
                .as("an interrupt would close the channels of a driver")
                .isFalse();
        fleet();
    }
}
