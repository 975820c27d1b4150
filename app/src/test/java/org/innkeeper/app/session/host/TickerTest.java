package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final List<Duration> delays = new ArrayList<>();
    private final Deque<Runnable> armed = new ArrayDeque<>();
    private int ticks;
    private final Ticker ticker = new Ticker(
            (action, delay) -> {
                delays.add(delay);
                armed.add(action);
                return () -> armed.remove(action);
            },
            () -> ticks++);

    @Test
    void goesOnStepByStep() {
        ticker.start(Duration.ofHours(1));
        armed.remove().run();
        armed.remove().run();

        assertThat(ticks).isEqualTo(2);
        assertThat(armed).hasSize(1);
        assertThat(delays.get(2)).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void stopsAndTakesBackWhatWasArmed() {
        ticker.start(Duration.ofHours(1));
        Runnable step = armed.peek();
        ticker.stop();

        step.run();

        assertThat(armed).isEmpty();
        assertThat(ticks).isZero();
        assertThat(ticker.running()).isFalse();
    }
}
