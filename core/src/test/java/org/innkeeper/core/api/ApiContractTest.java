package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every method of the API, checked for each of them. */
class ApiContractTest {
    private static final Set<Class<? extends Facet>> FACETS = Set.of(
            ConsoleFacet.class,
            DeviceFacet.class,
            DomainFacet.class,
            EventFacet.class,
            JobFacet.class,
            MetadataFacet.class,
            MigrationFacet.class,
            NetworkFacet.class,
            NodeDeviceFacet.class,
            NodeFacet.class,
            SaveFacet.class,
            SchedulerFacet.class,
            SecretFacet.class,
            SnapshotFacet.class,
            StatisticsFacet.class,
            StorageFacet.class,
            VcpuFacet.class);

    /** What a read-only connection is refused whatever the arguments, as libvirt refuses it. */
    private static final Set<String> CHANGING = Set.of(
            "DomainConsole.injectNmi",
            "DomainConsole.open",
            "DomainConsole.screenshot",
            "DomainConsole.sendKey",
            "DomainDevices.attach",
            "DomainDevices.detach",
            "DomainDevices.update",
            "DomainJob.abort",
            "DomainMetadata.set",
            "DomainMigration.migrateTo",
            "DomainMigration.migrateToUri",
            "DomainSaves.coreDump",
            "DomainSaves.managedSave",
            "DomainSaves.removeManagedSave",
            "DomainSaves.save",
            "DomainScheduler.setParameters",
            "DomainSnapshot.delete",
            "DomainSnapshot.revert",
            "DomainSnapshots.create",
            "DomainVcpus.pin",
            "DomainVcpus.setCount",
            "Domain.destroy",
            "Domain.reboot",
            "Domain.rename",
            "Domain.reset",
            "Domain.resume",
            "Domain.setAutostart",
            "Domain.setLifecycleAction",
            "Domain.setMaxMemory",
            "Domain.setMemory",
            "Domain.shutdown",
            "Domain.start",
            "Domain.suspend",
            "Domain.undefine",
            "Domains.create",
            "Domains.define",
            "Domains.restore",
            "Domains.savedXml",
            "Network.destroy",
            "Network.setAutostart",
            "Network.start",
            "Network.undefine",
            "Network.update",
            "Networks.create",
            "Networks.define",
            "Node.domainCapabilities",
            "NodeDevice.destroy",
            "NodeDevices.create",
            "Secret.setValue",
            "Secret.undefine",
            "Secret.value",
            "Secrets.define",
            "Storage.create",
            "Storage.define",
            "Storage.findSources",
            "StoragePool.build",
            "StoragePool.createVolume",
            "StoragePool.createVolumeFrom",
            "StoragePool.delete",
            "StoragePool.destroy",
            "StoragePool.refresh",
            "StoragePool.setAutostart",
            "StoragePool.start",
            "StoragePool.undefine",
            "StorageVolume.delete",
            "StorageVolume.download",
            "StorageVolume.resize",
            "StorageVolume.upload",
            "StorageVolume.wipe");

    private final RecordingDriver driver = new RecordingDriver();
    private Connection connection;

    static Stream<ApiMethod> methods() {
        return ApiMethod.all();
    }

    @BeforeEach
    void open() {
        connection = driver.connect();
    }

    private static InnkeeperException failure(ThrowingCall call) {
        return catchThrowableOfType(InnkeeperException.class, call::run);
    }

    @FunctionalInterface
    private interface ThrowingCall {
        void run() throws Throwable;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void reachesTheDriver(ApiMethod method) throws Throwable {
        Object result = method.call(connection);
        assertThat(driver.calls).isNotEmpty();
        if (method.method().getReturnType() != void.class) {
            assertThat(result).isNotNull();
        }
    }

    @Test
    void everyFunctionOfTheSpiCanBeReached() throws Throwable {
        Set<Method> reached = new HashSet<>();
        RecordingDriver target = new RecordingDriver();
        Connection other = target.connect();
        for (ApiMethod method : methods().toList()) {
            Object[] arguments = method.goodArguments(connection);
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i] instanceof Connection ? other : arguments[i];
            }
            method.call(connection, arguments);
        }
        reached.addAll(driver.calls);
        reached.addAll(target.calls);
        Set<String> missing = new TreeSet<>();
        for (Class<?> facet : FACETS) {
            for (Method function : facet.getMethods()) {
                if (!reached.contains(function)) {
                    missing.add(facet.getSimpleName() + "." + function.getName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isRefusedWhenReadOnlyIfItChangesSomething(ApiMethod method) throws Throwable {
        Connection readOnly = driver.connect(true);
        if (CHANGING.contains(method.function())) {
            InnkeeperException error = failure(() -> method.call(readOnly));
            assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
            assertThat(error).hasMessage(method.function() + " is forbidden on a read-only connection");
            assertThat(error.info().remedy()).isPresent();
            assertThat(driver.calls).isEmpty();
        } else {
            Object[] arguments = method.goodArguments(readOnly);
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i] == AddressSource.ARP ? AddressSource.LEASE : arguments[i];
            }
            method.call(readOnly, arguments);
            assertThat(driver.calls).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void failsOnceClosed(ApiMethod method) {
        Object[] arguments = method.goodArguments(connection);
        connection.close();
        assertThatThrownBy(() -> method.call(connection, arguments))
                .isInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining(method.function());
        assertThat(driver.calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void namesDriverAndFunctionWhereThereIsNoFacet(ApiMethod method) {
        driver.missing.addAll(FACETS);
        driver.features = EnumSet.noneOf(Feature.class);
        Connection poor = driver.connect();
        InnkeeperException error = failure(() -> method.call(poor));
        assertThat(error.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(error).hasMessage("the driver fake does not support " + method.function());
        assertThat(poor.lastError()).contains(error.info());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void refusesNull(ApiMethod method) {
        for (int position : method.neverNull()) {
            Object[] arguments = method.goodArguments(connection);
            arguments[position] = null;
            InnkeeperException error = failure(() -> method.call(connection, arguments));
            assertThat(error).as("argument " + position).isNotNull();
            assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
            assertThat(error).hasMessageContaining("invalid argument of " + method.function());
        }
        assertThat(driver.calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void mapsWhatADriverShouldNotThrow(ApiMethod method) {
        IllegalStateException mistake = new IllegalStateException("oops");
        driver.behaviour = (called, arguments) -> {
            throw mistake;
        };
        InnkeeperException error = failure(() -> method.call(connection));
        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error).hasRootCause(mistake).hasMessageContaining("fake").hasMessageContaining(method.function());
        assertThat(connection.lastError()).contains(error.info());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void keepsErrorsOfTheDriver(ApiMethod method) {
        CallCancelledException cancelled = CallCancelledException.cancelled("waiting");
        driver.behaviour = (called, arguments) -> {
            throw cancelled;
        };
        assertThatThrownBy(() -> method.call(connection)).isSameAs(cancelled);
        assertThat(connection.lastError()).isEqualTo(Optional.of(cancelled.info()));
    }

    @Test
    void theListOfRefusedFunctionsHoldsRealOnes() {
        assertThat(methods().map(ApiMethod::function)).containsAll(CHANGING);
    }
}
