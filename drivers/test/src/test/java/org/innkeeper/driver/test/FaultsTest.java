package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that misbehave when their URI asks for it. */
class FaultsTest {
    private final CallContext context = CallContext.create();
    private final Hosts hosts = new Hosts();

    private static DomainFacet domains(DriverConnection connection) {
        return connection.facet(DomainFacet.class).orElseThrow();
    }

    @Test
    void slowHostTakesItsTime() {
        try (DriverConnection connection = hosts.open("test:///default?latency=120")) {
            long begin = System.nanoTime();
            domains(connection).list(context, 0);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(110));
        }
    }

    @Test
    void chosenOperationsFail() {
        try (DriverConnection connection = hosts.open("test:///default?demo=no&fail=domain.start,domain.destroy")) {
            DomainRef test = domains(connection).lookupByName(context, "test");

            assertThatThrownBy(() -> domains(connection).destroy(context, test, 0))
                    .isInstanceOf(InnkeeperException.class)
                    .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.OPERATION_FAILED));
            assertThat(domains(connection).status(context, test).state()).isEqualTo(DomainState.RUNNING);
        }
    }

    @Test
    void dyingHostEndsTheConnection() throws Exception {
        List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
        try (DriverConnection connection = hosts.open("test:///default?die=0.3")) {
            AutoCloseable subscription =
                    connection.facet(EventFacet.class).orElseThrow().subscribe(context, events::add);
            assertThat(connection.isAlive()).isTrue();

            Awaitility.await().untilAsserted(() -> assertThat(events)
                    .last()
                    .isInstanceOfSatisfying(
                            ConnectionEvent.ConnectionClosed.class,
                            closed -> assertThat(closed.reason()).isZero()));
            assertThat(connection.isAlive()).isFalse();
            assertThatThrownBy(() -> domains(connection).list(context, 0))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("went away");
            subscription.close();
        }
    }

    @Test
    void hangingHostOnlyEndsByTheCallersLimit() {
        try (DriverConnection connection = hosts.open("test:///default?hang=0")) {
            assertThatThrownBy(() -> domains(connection).list(CallContext.within(Duration.ofMillis(100)), 0))
                    .isInstanceOf(CallCancelledException.class);
            assertThat(connection.isAlive()).isTrue();
        }
    }

    @Test
    void refusedHostSaysWhy() {
        assertThatThrownBy(() -> hosts.open("test:///default?refuse=maintenance%20until%20noon"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessage("maintenance until noon");
    }

    @Test
    void guestTakesItsTimeToShutDown() {
        try (DriverConnection connection = hosts.open("test:///default?demo=no&shutdown=150")) {
            DomainRef test = domains(connection).lookupByName(context, "test");
            domains(connection).shutdown(context, test, 0);

            assertThat(domains(connection).status(context, test).state()).isEqualTo(DomainState.SHUTTING_DOWN);
            Awaitility.await()
                    .until(() -> domains(connection).status(context, test).state() == DomainState.SHUT_OFF);
        }
    }

    @Test
    void forceOffEndsAGuestThatIsShuttingDown() {
        try (DriverConnection connection = hosts.open("test:///default?demo=no&shutdown=60000")) {
            DomainRef test = domains(connection).lookupByName(context, "test");
            domains(connection).shutdown(context, test, 0);

            domains(connection).destroy(context, test, 0);

            assertThat(domains(connection).status(context, test).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }

    @Test
    void jobsTellTheirProgress() {
        try (DriverConnection connection = hosts.open("test:///default?demo=no&jobs=300")) {
            DomainRef test = domains(connection).lookupByName(context, "test");
            List<Double> told = new CopyOnWriteArrayList<>();

            connection.facet(SaveFacet.class).orElseThrow().managedSave(CallContext.watchedBy(told::add), test, 0);

            assertThat(told).hasSizeGreaterThan(3).isSorted().last().isEqualTo(1.0);
            assertThat(domains(connection).list(context, DomainFlags.LIST_MANAGED_SAVE))
                    .hasSize(1);
        }
    }

    @Test
    void guestsOfAConnectionGoWithItWhereAskedTo() {
        try (DriverConnection one = hosts.open("test:///default?demo=no")) {
            DomainRef test = domains(one).lookupByName(context, "test");
            domains(one).destroy(context, test, 0);
            try (DriverConnection two = hosts.open("test:///default?demo=no")) {
                domains(two).start(context, test, DomainFlags.START_AUTODESTROY);
                assertThat(domains(one).status(context, test).state()).isEqualTo(DomainState.RUNNING);
            }
            assertThat(domains(one).status(context, test).state()).isEqualTo(DomainState.SHUT_OFF);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"guests=-1", "guests=20001", "guests=x", "guests=1.5", "latency=-1", "die=soon", "demo=maybe"})
    void nonsenseInTheUriIsRefusedBeforeItIsOpened(String parameter) {
        var uri = org.innkeeper.core.uri.ConnectUri.parse("test:///default?" + parameter);

        assertThatThrownBy(() -> new TestDriverProvider().claim(uri))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining(parameter.substring(0, parameter.indexOf('=')))
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.INVALID_ARG));
    }
}
