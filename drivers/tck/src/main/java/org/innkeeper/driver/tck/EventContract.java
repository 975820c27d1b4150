package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events: in order, on one thread, to every connection, and none after the subscription. */
public abstract class EventContract extends DriverContract {
    private EventFacet events;
    private final List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();

    /** For subclasses. */
    protected EventContract() {}

    @BeforeEach
    final void findEvents() {
        events = required(EventFacet.class, Feature.EVENTS);
    }

    @Test
    void lifeOfADomainInOrder() throws Exception {
        try (AutoCloseable subscription = events.subscribe(call(), heard::add)) {
            DomainRef domain = runningGuest();
            domains.suspend(call(), domain);
            domains.resume(call(), domain);
            domains.destroy(call(), domain, 0);
            domains.undefine(call(), domain, 0);

            awaitTypes(
                    domain.uuid(),
                    DomainLifecycleType.DEFINED,
                    DomainLifecycleType.STARTED,
                    DomainLifecycleType.SUSPENDED,
                    DomainLifecycleType.RESUMED,
                    DomainLifecycleType.STOPPED,
                    DomainLifecycleType.UNDEFINED);
            assertThat(subscription).isNotNull();
        }
    }

    /** Waits until these came in this order; a driver may tell more in between. */
    private void awaitTypes(UUID domain, DomainLifecycleType... expected) {
        Awaitility.await().atMost(fixture.patience()).untilAsserted(() -> assertThat(types(domain))
                .containsSubsequence(expected));
    }

    private List<DomainLifecycleType> types(UUID domain) {
        List<DomainLifecycleType> types = new ArrayList<>();
        for (ConnectionEvent event : heard) {
            if (event instanceof ConnectionEvent.DomainLifecycle lifecycle
                    && lifecycle.domain().uuid().equals(domain)) {
                types.add(lifecycle.type());
            }
        }
        return types;
    }

    @Test
    void otherConnectionsHearItToo() throws Exception {
        try (DriverConnection other = fixture.open();
                AutoCloseable subscription =
                        other.facet(EventFacet.class).orElseThrow().subscribe(call(), heard::add)) {
            DomainRef domain = definedGuest();

            awaitTypes(domain.uuid(), DomainLifecycleType.DEFINED);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void allListenersAreCalledOnOneThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (AutoCloseable one = events.subscribe(call(), event -> threads.add(Thread.currentThread()));
                AutoCloseable two = events.subscribe(call(), event -> {
                    threads.add(Thread.currentThread());
                    heard.add(event);
                })) {
            DomainRef domain = definedGuest();
            domains.undefine(call(), domain, 0);

            awaitTypes(domain.uuid(), DomainLifecycleType.DEFINED, DomainLifecycleType.UNDEFINED);
            assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void failingListenerDoesNotStopTheOthers() throws Exception {
        try (AutoCloseable bad = events.subscribe(call(), event -> {
                    throw new IllegalStateException("a listener that fails, as this test wants it");
                });
                AutoCloseable good = events.subscribe(call(), heard::add)) {
            DomainRef domain = definedGuest();
            domains.undefine(call(), domain, 0);

            awaitTypes(domain.uuid(), DomainLifecycleType.DEFINED, DomainLifecycleType.UNDEFINED);
            assertThat(bad).isNotSameAs(good);
        }
    }

    @Test
    void nothingIsHeardAfterTheSubscription() throws Exception {
        List<ConnectionEvent> late = new CopyOnWriteArrayList<>();
        AutoCloseable ended = events.subscribe(call(), late::add);
        ended.close();
        late.clear();
        try (AutoCloseable subscription = events.subscribe(call(), heard::add)) {
            DomainRef domain = definedGuest();
            awaitTypes(domain.uuid(), DomainLifecycleType.DEFINED);
            assertThat(subscription).isNotNull();
        }
        ended.close();

        assertThat(late).isEmpty();
    }

    @Test
    void closingTheConnectionIsTheLastEvent() throws Exception {
        DriverConnection other = fixture.open();
        try (AutoCloseable subscription =
                other.facet(EventFacet.class).orElseThrow().subscribe(call(), heard::add)) {
            other.close();
            definedGuest();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(heard).last().isInstanceOf(ConnectionEvent.ConnectionClosed.class));
            assertThat(subscription).isNotNull();
        }
    }
}
