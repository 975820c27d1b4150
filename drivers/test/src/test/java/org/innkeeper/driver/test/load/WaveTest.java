package org.innkeeper.driver.test.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 99, 12345})
    void areaIsTheIntegralOfTheRate(long seed) {
        Wave wave = new Wave(new SplittableRandom(seed), 0.3, 0.35);
        double sum = 0;
        double step = 0.05;
        for (int i = 0; i < 40_000; i++) {
            sum += wave.rate(1_000 + (i + 0.5) * step) * step;
        }

        assertThat(wave.area(1_000 + 40_000 * step) - wave.area(1_000)).isCloseTo(sum, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 99, 12345})
    void rateIsAShare(long seed) {
        Wave wave = new Wave(new SplittableRandom(seed), 0.35, 0.3);
        for (int i = 0; i < 100_000; i++) {
            assertThat(wave.rate(i * 0.9)).isBetween(0.0, 1.0);
        }
    }
}
