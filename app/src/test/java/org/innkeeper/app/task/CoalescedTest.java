package org.innkeeper.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void manyRequestsAreOneRunPerFrame() {
        Coalesced action = new Coalesced(runs::incrementAndGet, Runnable::run);
        long begin = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            action.request();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(runs.get()).isBetween(1, (int) (took.toMillis() / 16) + 2);
    }

    @Test
    void theLastRequestIsNotLost() {
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger value = new AtomicInteger();
        Coalesced action = new Coalesced(() -> seen.set(value.get()), Runnable::run);
        for (int i = 1; i <= 100; i++) {
            value.set(i);
            action.request();
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> seen.get() == 100);
    }

    @Test
    void aRequestFromTheActionRunsItAgain() {
        Coalesced[] action = new Coalesced[1];
        action[0] = new Coalesced(
                () -> {
                    if (runs.incrementAndGet() < 3) {
                        action[0].request();
                    }
                },
                Runnable::run);

        action[0].request();

        await().atMost(Duration.ofSeconds(5)).until(() -> runs.get() == 3);
    }
}
