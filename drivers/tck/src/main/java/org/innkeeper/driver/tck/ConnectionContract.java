package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The connection itself: its facets and features, its end, cancelling, and many threads at once. */
public abstract class ConnectionContract extends DriverContract {
    private static final List<Class<? extends Facet>> FACETS = List.of(
            DomainFacet.class,
            NodeFacet.class,
            DeviceFacet.class,
            SaveFacet.class,
            SnapshotFacet.class,
            MigrationFacet.class,
            VcpuFacet.class,
            SchedulerFacet.class,
            StatisticsFacet.class,
            JobFacet.class,
            ConsoleFacet.class,
            EventFacet.class,
            MetadataFacet.class,
            NetworkFacet.class,
            StorageFacet.class,
            NodeDeviceFacet.class,
            SecretFacet.class);

    private static final Map<Feature, Class<? extends Facet>> NEEDS = Map.ofEntries(
            Map.entry(Feature.DOMAIN_SAVE, SaveFacet.class),
            Map.entry(Feature.DOMAIN_MANAGED_SAVE, SaveFacet.class),
            Map.entry(Feature.DOMAIN_CORE_DUMP, SaveFacet.class),
            Map.entry(Feature.DOMAIN_VCPUS_LIVE, VcpuFacet.class),
            Map.entry(Feature.DOMAIN_VCPU_PIN, VcpuFacet.class),
            Map.entry(Feature.DOMAIN_ATTACH, DeviceFacet.class),
            Map.entry(Feature.DOMAIN_UPDATE_DEVICE, DeviceFacet.class),
            Map.entry(Feature.DOMAIN_SNAPSHOT, SnapshotFacet.class),
            Map.entry(Feature.DOMAIN_SCREENSHOT, ConsoleFacet.class),
            Map.entry(Feature.DOMAIN_CONSOLE, ConsoleFacet.class),
            Map.entry(Feature.DOMAIN_SEND_KEY, ConsoleFacet.class),
            Map.entry(Feature.DOMAIN_METADATA, MetadataFacet.class),
            Map.entry(Feature.DOMAIN_JOBS, JobFacet.class),
            Map.entry(Feature.MIGRATION, MigrationFacet.class),
            Map.entry(Feature.SCHEDULER, SchedulerFacet.class),
            Map.entry(Feature.STATS_BULK, StatisticsFacet.class),
            Map.entry(Feature.EVENTS, EventFacet.class),
            Map.entry(Feature.NETWORKS, NetworkFacet.class),
            Map.entry(Feature.STORAGE, StorageFacet.class),
            Map.entry(Feature.STORAGE_STREAMS, StorageFacet.class),
            Map.entry(Feature.NODE_DEVICES, NodeDeviceFacet.class),
            Map.entry(Feature.SECRETS, SecretFacet.class));

    private static final int THREADS = 8;

    /** For subclasses. */
    protected ConnectionContract() {}

    @Test
    void declaredFeaturesAreTheOnesItHas() {
        assertThat(connection.features()).isEqualTo(fixture.features());
    }

    @Test
    void onlyWhatIsLackingIsExcused() {
        for (Feature feature : Feature.values()) {
            if (connection.features().contains(feature)) {
                assertThat(connection.absence(feature)).as(feature.name()).isEmpty();
            } else {
                assertThat(connection.absence(feature).map(ErrorInfo::message).orElse("-"))
                        .as(feature.name())
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyFeatureHasItsFacet() {
        for (Feature feature : connection.features()) {
            if (NEEDS.containsKey(feature)) {
                assertThat(connection.facet(NEEDS.get(feature)))
                        .as(feature.name())
                        .isPresent();
            }
        }
    }

    @Test
    void facetsAreAlwaysTheSameObjects() {
        assertThat(connection.facet(DomainFacet.class)).isPresent();
        assertThat(connection.facet(NodeFacet.class)).isPresent();
        for (Class<? extends Facet> kind : FACETS) {
            Optional<? extends Facet> first = connection.facet(kind);
            first.ifPresent(
                    facet -> assertThat(connection.facet(kind).orElseThrow()).isSameAs(facet));
        }
    }

    @Test
    void uriOpensTheSameHost() {
        assertThat(connection.uri()).contains(":");
        assertThat(connection.isAlive()).isTrue();
        if (connection.isEncrypted()) {
            assertThat(connection.isSecure()).isTrue();
        }
    }

    @Test
    void afterTheEndEveryMethodFails() {
        List<Facet> facets = new ArrayList<>();
        List<Class<? extends Facet>> kinds = new ArrayList<>();
        for (Class<? extends Facet> kind : FACETS) {
            connection.facet(kind).ifPresent(facet -> {
                facets.add(facet);
                kinds.add(kind);
            });
        }
        connection.close();

        assertThat(connection.isAlive()).isFalse();
        for (int i = 0; i < facets.size(); i++) {
            Facet facet = facets.get(i);
            for (Method method : DummyArguments.methodsOf(kinds.get(i))) {
                assertThat(catchThrowable(() -> DummyArguments.invoke(facet, method, call())))
                        .as(kinds.get(i).getSimpleName() + "." + method.getName())
                        .isInstanceOf(ConnectionClosedException.class);
            }
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        connection.close();
        connection.close();

        assertThat(connection.isAlive()).isFalse();
    }

    @Test
    void closingOneConnectionLeavesOthersAndGuestsAlone() {
        DomainRef domain = runningGuest();
        DriverConnection other = fixture.open();
        other.close();

        assertThat(connection.isAlive()).isTrue();
        assertThat(current(domain).id()).isEqualTo(domain.id());
    }

    /** Only the domain's own exceptions may leave a driver, whatever it is asked about. */
    @Test
    void whatNamesNothingFailsWithTheOneException() {
        for (Class<? extends Facet> kind : FACETS) {
            connection.facet(kind).ifPresent(facet -> {
                for (Method method : DummyArguments.methodsOf(kind)) {
                    Throwable thrown = catchThrowable(() -> DummyArguments.invoke(facet, method, call()));
                    if (thrown != null) {
                        assertThat(thrown)
                                .as(kind.getSimpleName() + "." + method.getName())
                                .isInstanceOf(InnkeeperException.class);
                        ErrorCode code = ((InnkeeperException) thrown).code();
                        if (!isKnown(code, ErrorCode.INVALID_ARG)) {
                            assertThat(code)
                                    .as(kind.getSimpleName() + "." + method.getName())
                                    .isNotIn(ErrorCode.INTERNAL_ERROR, ErrorCode.OK);
                        }
                    }
                }
            });
        }
    }

    @Test
    void cancelledBeforeItBeginsItDoesNothing() {
        CallContext context = CallContext.create();
        context.cancel();

        Throwable thrown = catchThrowable(() -> domains.defineXml(context, guestXml(uniqueName("cancelled")), 0));

        assertThat(thrown).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void cancellingEndsTheWait() throws Exception {
        try (DriverConnection slow = slow()) {
            DomainFacet facet = slow.facet(DomainFacet.class).orElseThrow();
            CallContext context = CallContext.create();
            ExecutorService pool = Executors.newSingleThreadExecutor();
            try {
                Future<Throwable> waiting = pool.submit(() -> catchThrowable(() -> facet.list(context, 0)));
                assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
                        .isInstanceOf(java.util.concurrent.TimeoutException.class);
                context.cancel();

                assertThat(waiting.get(2, TimeUnit.SECONDS)).isInstanceOf(CallCancelledException.class);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void deadlineEndsTheWait() {
        try (DriverConnection slow = slow()) {
            DomainFacet facet = slow.facet(DomainFacet.class).orElseThrow();
            long begin = System.nanoTime();

            assertThatThrownBy(() -> facet.list(CallContext.within(Duration.ofMillis(150)), 0))
                    .isInstanceOf(CallCancelledException.class)
                    .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void closingEndsTheWait() throws Exception {
        DriverConnection slow = slow();
        DomainFacet facet = slow.facet(DomainFacet.class).orElseThrow();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Throwable> waiting = pool.submit(() -> catchThrowable(() -> facet.list(call(), 0)));
            assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            slow.close();

            assertThat(waiting.get(2, TimeUnit.SECONDS)).isInstanceOf(ConnectionClosedException.class);
        } finally {
            pool.shutdownNow();
            slow.close();
        }
    }

    private DriverConnection slow() {
        return fixture.slow().orElseGet(() -> Assumptions.abort("this driver has no host that is slow on demand"));
    }

    @Test
    void manyThreadsAtOnce() throws Exception {
        requires(Feature.DOMAIN_DEFINE);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                work.add(pool.submit(this::defineAndForget));
            }
            for (Future<?> thread : work) {
                thread.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(domains.list(call(), 0))
                .extracting(DomainRef::name)
                .noneMatch(name -> name.startsWith("tck-threads-"));
    }

    private void defineAndForget() {
        for (int round = 0; round < 10; round++) {
            String name = uniqueName("threads");
            DomainRef domain = domains.defineXml(call(), fixture.domainXml(name, null), 0);
            assertThat(domains.lookupByName(call(), name)).isEqualTo(domain);
            assertThat(domains.list(call(), 0)).contains(domain);
            assertThat(domains.info(call(), domain).vcpus()).isPositive();
            domains.undefine(call(), domain, 0);
        }
    }

    /** Facets a driver does not have must not be declared by a feature. */
    @Test
    void absentFacetsHaveNoFeature() {
        Set<Feature> features = connection.features();
        NEEDS.forEach((feature, kind) -> {
            if (connection.facet(kind).isEmpty()) {
                assertThat(features).doesNotContain(feature);
            }
        });
    }
}
