package org.innkeeper.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartUnitTest {
    @ParameterizedTest
    @CsvSource({"0, 1000", "999, 1000", "1001, 2000", "4200, 5000", "1234567, 2000000", "5000000, 5000000"})
    void anAxisOfRatesEndsAtARoundNumber(double most, double top) {
        assertThat(ChartUnit.RATE.top(most)).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"5000, 5", "2000, 4", "1000, 4", "50000000, 5"})
    void itsStepsAreRoundNumbers(double top, int steps) {
        assertThat(ChartUnit.RATE.steps(top)).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"0, 1024", "1500, 2048", "700000, 1048576", "3000000, 4194304"})
    void anAxisOfMemoryEndsAtAPowerOfTwo(double most, double top) {
        assertThat(ChartUnit.KIBIBYTES.top(most)).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.2", "1"})
    void anAxisOfSharesEndsAtTheWhole(double most) {
        assertThat(ChartUnit.SHARE.top(most)).isEqualTo(1);
    }
}
