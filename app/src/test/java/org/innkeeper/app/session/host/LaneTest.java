package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaneTest {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void end() {
        gate.countDown();
        pool.shutdownNow();
    }

    private Void waitForGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    @Test
    void doesOneThingAfterTheOther() throws Exception {
        Lane lane = new Lane(pool, 1);
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        lane.submit(this::waitForGate);
        for (int i = 0; i < 50; i++) {
            int number = i;
            lane.submit(() -> done.add(number));
        }
        CompletableFuture<Boolean> last = lane.submit(() -> done.add(50));
        assertThat(done).isEmpty();

        gate.countDown();
        last.get(10, TimeUnit.SECONDS);

        assertThat(done).isSorted().hasSize(51);
    }

    @Test
    void doesAsManyAtATimeAsItIsWide() throws Exception {
        Lane lane = new Lane(pool, 2);
        lane.submit(this::waitForGate);

        assertThat(lane.submit(() -> "second").get(10, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void aTickIsSkippedWhileTheLastOneRuns() throws Exception {
        Lane lane = new Lane(pool, 1);
        CountDownLatch ended = new CountDownLatch(1);
        assertThat(lane.tryRun(() -> {
                    waitForGate();
                    ended.countDown();
                }))
                .isTrue();

        assertThat(lane.tryRun(() -> {})).isFalse();

        gate.countDown();
        ended.await();
        lane.submit(() -> null).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aFailureReachesTheCallerAndNotTheLane() throws Exception {
        Lane lane = new Lane(pool, 1);
        CompletableFuture<Object> failing = lane.submit(() -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(failing::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(lane.submit(() -> 1).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
