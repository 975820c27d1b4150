package org.innkeeper.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuMapTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"0,1,2,3,8|0-3,8", "1|1", "0,2,4|0,2,4", "6,7|6-7"})
    void isWrittenAsInXml(String cpus, String text) {
        int[] numbers =
                Arrays.stream(cpus.split(",")).mapToInt(Integer::parseInt).toArray();
        CpuMap map = CpuMap.of(numbers);
        assertThat(map).hasToString(text);
        assertThat(map.count()).isEqualTo(numbers.length);
        assertThat(CpuMap.ofBytes(map.toBytes(4))).isEqualTo(map).hasSameHashCodeAs(map);
    }

    @Test
    void hasTheBytesOfLibvirt() {
        assertThat(CpuMap.of(0, 9).toBytes(2)).containsExactly(1, 2);
        assertThat(CpuMap.of(0, 9).toBytes(1))
                .as("what does not fit is left out")
                .containsExactly(1);
        assertThat(CpuMap.of(0).toBytes(3)).containsExactly(1, 0, 0);
    }

    @Test
    void knowsItsSize() {
        assertThat(CpuMap.firstCpus(4)).isEqualTo(CpuMap.of(0, 1, 2, 3));
        assertThat(CpuMap.of().isEmpty()).isTrue();
        assertThat(CpuMap.of()).hasToString("");
        assertThat(CpuMap.of(5).length()).isEqualTo(6);
        assertThat(CpuMap.of(5).contains(5)).isTrue();
        assertThat(CpuMap.of(5).contains(4)).isFalse();
        assertThat(CpuMap.of(5)).isNotEqualTo(CpuMap.of(4));
    }
}
