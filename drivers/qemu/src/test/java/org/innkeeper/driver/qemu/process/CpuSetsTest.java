package org.innkeeper.driver.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.model.CpuMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuSetsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0-3|0-3", "0-3,8|0-3,8", "0-7,^2|0-1,3-7", "1, 3|1,3"})
    void readsSetsAsTheyAreWritten(String text, String canonical) {
        assertThat(CpuSets.parse(text).map(CpuMap::toString)).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "-1", "0,,1", "0-", "99999999999", "^0"})
    void refusesAnythingElse(String text) {
        assertThat(CpuSets.parse(text)).isEmpty();
    }

    @Test
    void readsTheAffinityOfThisThread() {
        long self = ProcessHandle.current().pid();

        ThreadAffinity.read(self, self)
                .ifPresent(cpus -> assertThat(cpus.count()).isPositive());
        assertThat(ThreadAffinity.read(-1, -1)).isEmpty();
    }
}
