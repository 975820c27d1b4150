package org.innkeeper.driver.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {
    private static final String LINE =
            "4242 (qemu) system (x) R) S 1 4242 4242 0 -1 4194560 5000 0 0 0 150 50 0 0 20 0 4 0"
                    + " 987654 1000000 2500 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 3 0 0 0 0 0";

    @Test
    void readsPastAnyProgramName() {
        ProcStat stat = ProcStat.parse(LINE).orElseThrow();

        assertThat(stat).isEqualTo(new ProcStat('S', 150, 50, 987_654, 2500, 3));
        assertThat(stat.userNanos()).isEqualTo(1_500_000_000);
        assertThat(stat.systemNanos()).isEqualTo(500_000_000);
        assertThat(stat.cpuNanos()).isEqualTo(2_000_000_000);
        assertThat(stat.isDead()).isFalse();
    }

    @Test
    void aZombieIsDead() {
        assertThat(ProcStat.parse(LINE.replace(") S 1", ") Z 1")).orElseThrow().isDead())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 (x", "1 (x) S 2 3", "1 (x) SS 1 1 1 1"})
    void anythingElseIsNothing(String line) {
        assertThat(ProcStat.parse(line)).isEmpty();
    }

    @Test
    void numbersMustBeNumbers() {
        assertThat(ProcStat.parse(LINE.replace(" 987654 ", " soon "))).isEmpty();
    }

    @Test
    void thereIsNoProcessWithAnImpossibleId() {
        assertThat(ProcStat.ofProcess(-5)).isEmpty();
    }
}
