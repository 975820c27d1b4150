package org.innkeeper.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.innkeeper.core.event.ConnectionEvent.NodeDeviceUpdated;
import org.innkeeper.core.event.ConnectionEvent.Resync;
import org.innkeeper.core.model.NodeDeviceRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBroadcasterTest {
    private final EventBroadcaster broadcaster = new EventBroadcaster("events of a test", 4);
    private final List<ConnectionEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        broadcaster.close();
    }

    @Test
    void deliversInOrderOnOneThread() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        broadcaster.subscribe(heard::add);
        broadcaster.subscribe(event -> threads.add(Thread.currentThread()));
        List<ConnectionEvent> sent = List.of(event("a"), event("b"), event("c"));

        sent.forEach(broadcaster::publish);

        await().untilAsserted(() -> assertThat(heard).isEqualTo(sent));
        await().untilAsserted(() -> assertThat(threads).hasSize(3));
        assertThat(threads).containsOnly(threads.get(0)).doesNotContain(Thread.currentThread());
    }

    @Test
    void replacesAFullQueueByOneResync() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        broadcaster.subscribe(event -> {
            heard.add(event);
            busy.countDown();
            awaitQuietly(release);
        });
        broadcaster.publish(event("first"));
        busy.await();

        for (int i = 0; i < 5; i++) {
            broadcaster.publish(event("e" + i));
        }
        release.countDown();

        await().untilAsserted(() -> assertThat(heard).containsExactly(event("first"), new Resync(), event("e4")));
    }

    @Test
    void aFailingListenerDoesNotSilenceTheOthers() {
        broadcaster.subscribe(event -> {
            throw new IllegalStateException("on purpose");
        });
        broadcaster.subscribe(heard::add);

        broadcaster.publish(event("a"));

        await().untilAsserted(() -> assertThat(heard).containsExactly(event("a")));
    }

    @Test
    void aListenerThatLeftHearsNothing() throws Exception {
        List<ConnectionEvent> others = Collections.synchronizedList(new ArrayList<>());
        AutoCloseable subscription = broadcaster.subscribe(heard::add);
        broadcaster.subscribe(others::add);

        subscription.close();
        broadcaster.publish(event("a"));

        await().untilAsserted(() -> assertThat(others).hasSize(1));
        assertThat(heard).isEmpty();
    }

    @Test
    void deliversWhatWasQueuedBeforeTheClose() {
        broadcaster.subscribe(heard::add);

        broadcaster.publish(event("last"));
        broadcaster.close();
        broadcaster.publish(event("too late"));

        await().untilAsserted(() -> assertThat(heard).containsExactly(event("last")));
    }

    private static ConnectionEvent event(String device) {
        return new NodeDeviceUpdated(new NodeDeviceRef(device));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
