package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.DomainRef;
import org.junit.jupiter.api.Test;

class WatchedEventFacetTest {
    /** Tells an event at each look. */
    private static final class Watch implements WatchedEventFacet.Watcher {
        private final Consumer<ConnectionEvent> events;
        private boolean closed;

        Watch(Consumer<ConnectionEvent> events) {
            this.events = events;
        }

        @Override
        public void look() {
            events.accept(new ConnectionEvent.Resync());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final List<Watch> watches = new ArrayList<>();
    private final CallGate gate = new CallGate("test");
    private final WatchedEventFacet facet = new WatchedEventFacet(gate, "a host", (context, events) -> {
        watches.add(new Watch(events));
        return watches.get(watches.size() - 1);
    });
    private final List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();

    private AutoCloseable subscribe() {
        return facet.subscribe(CallContext.create(), heard::add);
    }

    @Test
    void hostIsWatchedWhileSomebodyListens() throws Exception {
        facet.changed();
        assertThat(watches).isEmpty();

        AutoCloseable first = subscribe();
        AutoCloseable second = subscribe();
        first.close();
        first.close();
        assertThat(watches).as("one for all").singleElement().matches(watch -> !watch.closed);
        second.close();
        assertThat(watches).singleElement().matches(watch -> watch.closed);

        AutoCloseable third = subscribe();
        assertThat(watches).hasSize(2);
        third.close();
    }

    @Test
    void changesAreLookedAtAndOwnEventsAreTold() throws Exception {
        ConnectionEvent own = new ConnectionEvent.DomainOther(
                new DomainRef("a", new UUID(0, 1), -1), ConnectionEvent.DomainOther.METADATA_CHANGE, Map.of());
        facet.publish(own);
        try (AutoCloseable subscription = subscribe()) {
            facet.changed();
            facet.publish(own);

            Awaitility.await().until(() -> heard.size() == 2);
            assertThat(heard).containsExactly(new ConnectionEvent.Resync(), own);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void endOfTheConnectionIsToldAndEndsTheWatch() {
        AutoCloseable subscription = subscribe();

        gate.close();
        facet.close();

        Awaitility.await().until(() -> !heard.isEmpty());
        assertThat(heard).singleElement().isInstanceOf(ConnectionEvent.ConnectionClosed.class);
        assertThat(watches).singleElement().matches(watch -> watch.closed);
        assertThat(subscription).isNotNull();
        assertThatThrownBy(this::subscribe).isInstanceOf(ConnectionClosedException.class);
    }
}
