package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.DomainXmlFlag;
import org.innkeeper.core.api.flag.MemoryFlag;
import org.innkeeper.core.api.flag.SnapshotXmlFlag;
import org.innkeeper.core.api.flag.StatsGroup;
import org.innkeeper.core.api.flag.VcpuFlag;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConnectionTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Connection connection = driver.connect();
    private final Domain domain = connection.domains().of(Samples.DOMAIN);

    private static CallContext context() {
        return CallContext.create();
    }

    private static InnkeeperException failure(Runnable call) {
        return catchThrowableOfType(InnkeeperException.class, call::run);
    }

    @Test
    void tellsAboutItself() {
        assertThat(connection.uri()).isEqualTo("fake:///x");
        assertThat(connection.providerId()).isEqualTo("fake");
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.isAlive()).isTrue();
        assertThat(connection.isEncrypted()).isFalse();
        assertThat(connection.isSecure()).isTrue();
        assertThat(connection.supports(Feature.EVENTS)).isTrue();
        assertThat(driver.connect(true)).hasToString("Connection[fake:///x, fake, read-only]");
        assertThat(domain.connection()).isSameAs(connection);
    }

    @Test
    void closesOnce() {
        connection.close();
        assertThat(driver.closed).isTrue();
        assertThat(connection.isAlive()).isFalse();
        driver.closed = false;
        connection.close();
        assertThat(driver.closed).isFalse();
    }

    @Test
    @Timeout(20)
    void closingEndsCallsThatWait() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        driver.behaviour = (method, arguments) -> {
            CallContext context = (CallContext) arguments[0];
            CountDownLatch cancelled = new CountDownLatch(1);
            Runnable takeBack = context.onCancel(cancelled::countDown);
            waiting.countDown();
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            takeBack.run();
            throw CallCancelledException.cancelled("waiting");
        };
        CallContext mine = context();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> domain.info(mine));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        connection.close();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ConnectionClosedException.class)
                .hasMessageContaining("Domain.info");
        assertThat(mine.isCancelled())
                .as("the caller's own context is left alone")
                .isFalse();
    }

    @Test
    void cancellingReachesTheDriver() {
        CallContext mine = context();
        driver.behaviour = (method, arguments) -> {
            mine.cancel();
            ((CallContext) arguments[0]).check("reading");
            return null;
        };
        assertThatThrownBy(() -> domain.info(mine)).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void hidesPasswordsFromReaders() {
        Connection readOnly = driver.connect(true);
        Domain seen = readOnly.domains().of(Samples.DOMAIN);
        for (Runnable call : List.<Runnable>of(
                () -> seen.xml(context(), Set.of(DomainXmlFlag.SECURE)),
                () -> seen.snapshots().named("s").xml(context(), Set.of(SnapshotXmlFlag.SECURE)),
                () -> seen.vcpus().count(context(), Set.of(VcpuFlag.GUEST)),
                () -> seen.console().interfaceAddresses(context(), AddressSource.AGENT),
                () -> readOnly.node().domainCapabilities(context(), "/usr/bin/qemu", null, null, null))) {
            assertThat(failure(call).code()).isEqualTo(ErrorCode.OPERATION_DENIED);
        }
        assertThat(driver.calls).isEmpty();
        seen.xml(context(), Set.of(DomainXmlFlag.INACTIVE));
        readOnly.node().domainCapabilities(context(), null, null, null, null);
        assertThat(driver.names()).containsExactly("xml", "domainCapabilities");
    }

    @Test
    void checksRanges() {
        for (Runnable call : List.<Runnable>of(
                () -> domain.setMemory(context(), 0, Set.of()),
                () -> domain.setMaxMemory(context(), -1),
                () -> domain.rename(context(), ""),
                () -> domain.vcpus().setCount(context(), 0, Set.of()),
                () -> domain.vcpus().pin(context(), -1, CpuMap.of(0), Set.of()),
                () -> domain.vcpus().pin(context(), 0, CpuMap.of(), Set.of()),
                () -> domain.console().screenshot(context(), -1),
                () -> domain.console().sendKey(context(), KeycodeSet.LINUX, 0, List.of()),
                () -> domain.console().sendKey(context(), KeycodeSet.LINUX, 0, Collections.nCopies(17, 1)),
                () -> domain.metadata().get(context(), MetadataType.ELEMENT, null, Set.of()),
                () -> domain.metadata().get(context(), MetadataType.TITLE, "urn:x", Set.of()),
                () -> domain.metadata().set(context(), MetadataType.TITLE, "a\nb", null, null, Set.of()),
                () -> domain.metadata().set(context(), MetadataType.ELEMENT, "<a/>", null, "urn:x", Set.of()),
                () -> domain.scheduler().setParameters(context(), List.of(), Set.of()),
                () -> connection.domains().lookupById(context(), -1),
                () -> connection.domains().lookupByName(context(), null),
                () -> connection.domains().lookupByUuid(context(), "1-1-1-1-1"),
                () -> connection.networks().lookupByUuid(context(), ""),
                () -> connection.domains().define(context(), null, Set.of()),
                () -> connection.node().cellsFreeMemory(context(), 0, 0),
                () -> connection.storage().volume(Samples.VOLUME).resize(context(), -1, Set.of()),
                () -> connection.storage().volume(Samples.VOLUME).upload(context(), -1, 0, Set.of()))) {
            assertThat(failure(call).code()).isEqualTo(ErrorCode.INVALID_ARG);
        }
        assertThat(driver.calls).isEmpty();
    }

    @Test
    void takesVolumesOfItsOwnOnly() {
        StorageVolume foreign = new RecordingDriver().connect().storage().volume(Samples.VOLUME);
        StoragePool pool = connection.storage().lookupByName(context(), "default");
        assertThat(failure(() -> pool.createVolumeFrom(context(), "<volume/>", foreign, Set.of())))
                .hasMessageContaining("another connection");
    }

    @Test
    void asksForFeaturesOnlyWhereTheyAreNeeded() {
        driver.features = EnumSet.noneOf(Feature.class);
        Domain poor = driver.connect().domains().of(Samples.DOMAIN);
        for (Runnable call : List.<Runnable>of(
                () -> poor.reboot(context(), Set.of()),
                () -> poor.setMemory(context(), 1, Set.of(MemoryFlag.LIVE)),
                () -> poor.vcpus().setCount(context(), 1, Set.of(VcpuFlag.LIVE)),
                () -> poor.devices().attach(context(), "<disk/>", Set.of(Affect.LIVE, Affect.CONFIG)),
                () -> poor.setLifecycleAction(
                        context(), LifecycleEvent.CRASH, LifecycleAction.PRESERVE, Set.of(Affect.LIVE)))) {
            assertThat(failure(call).code()).isEqualTo(ErrorCode.NO_SUPPORT);
        }
        assertThat(driver.calls).isEmpty();
        poor.setMemory(context(), 1, Set.of(MemoryFlag.CONFIG));
        poor.vcpus().setCount(context(), 1, Set.of(VcpuFlag.CONFIG));
        poor.devices().attach(context(), "<disk/>", Set.of(Affect.CONFIG));
        assertThat(driver.names()).containsExactly("setMemory", "setCount", "attach");
    }

    @Test
    void knowsTheNewIdOfADomainThatWasStarted() {
        Domain stopped = connection.domains().of(new DomainRef("fc4", Samples.ID, DomainRef.INACTIVE));
        stopped.start(context(), Set.of());
        assertThat(stopped.id()).isEqualTo(7);
        assertThat(stopped).isEqualTo(domain).hasSameHashCodeAs(domain);
        assertThat(stopped.uuidString()).isEqualTo(Samples.TEXT);
        assertThat(stopped.isActive(context())).isTrue();
        assertThat(stopped.refresh(context())).isEqualTo(Samples.DOMAIN);
        assertThat(stopped)
                .isNotEqualTo(new RecordingDriver().connect().domains().of(Samples.DOMAIN));
    }

    @Test
    void findsUuidsAsUsersWriteThem() {
        connection.domains().lookupByUuid(context(), "0123456789ABCDEF0123456789abcdef");
        assertThat(driver.arguments.get(0)[1]).isEqualTo(Samples.ID);
    }

    @Test
    void readsAllGroupsOfStatisticsUnlessSomeAreNamed() {
        connection.allStats(context(), List.of(), Set.of(), Set.of(), Set.of());
        connection.allStats(context(), List.of(), Set.of(StatsGroup.BLOCK), Set.of(), Set.of());
        assertThat(driver.arguments.get(0)[2]).isEqualTo(0x7ffL);
        assertThat(driver.arguments.get(1)[2]).isEqualTo(1L << 5);
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        List<Consumer<ConnectionEvent>> listeners = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        driver.behaviour = (method, arguments) -> {
            @SuppressWarnings("unchecked")
            Consumer<ConnectionEvent> listener = (Consumer<ConnectionEvent>) arguments[1];
            listeners.add(listener);
            AutoCloseable handle = () -> {
                ended.add("ended");
                throw new IOException("late");
            };
            return handle;
        };
        List<ConnectionEvent> seen = new ArrayList<>();
        Subscription subscription = connection.subscribe(event -> {
            seen.add(event);
            throw new IllegalStateException("listener");
        });
        ConnectionEvent event = new ConnectionEvent.Resync();
        listeners.get(0).accept(event);
        assertThat(seen).containsExactly(event);
        subscription.close();
        subscription.close();
        assertThat(ended).hasSize(1);
        listeners.get(0).accept(event);
        assertThat(seen).as("nothing after the end").hasSize(1);
    }

    @Test
    void errorsOfStreamsTakeTheirWay() {
        ByteStream stream = domain.console().open(context(), null, Set.of());
        assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(1);
        assertThat(stream.readHole()).isEqualTo(1);
        stream.write(new byte[1], 0, 1);
        stream.writeHole(1);
        stream.finish();
        stream.abort();
        stream.close();
        assertThat(connection.lastError()).isEmpty();
        driver.behaviour = (method, arguments) -> Proxy.newProxyInstance(
                ByteStream.class.getClassLoader(), new Class<?>[] {ByteStream.class}, (proxy, called, given) -> {
                    throw new IllegalStateException("broken pipe");
                });
        ByteStream broken = domain.console().open(context(), null, Set.of());
        for (Runnable call : List.<Runnable>of(
                () -> broken.read(new byte[1], 0, 1),
                broken::readHole,
                () -> broken.write(new byte[1], 0, 1),
                () -> broken.writeHole(1),
                broken::finish,
                broken::abort,
                broken::close)) {
            assertThat(failure(call).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(connection.lastError()).isPresent();
            connection.resetLastError();
        }
    }
}
