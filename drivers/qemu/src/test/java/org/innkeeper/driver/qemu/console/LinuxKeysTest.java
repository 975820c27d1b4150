package org.innkeeper.driver.qemu.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxKeysTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1, 1, Escape",
        "30, 30, A",
        "88, 88, F12",
        "97, 157, right Control",
        "103, 200, Up",
        "111, 211, Delete",
        "125, 219, left Meta",
        "0, -1, no key",
        "89, -1, a key that QEMU does not have",
        "700, -1, far out"
    })
    void becomesQemusNumber(int linux, int qemu, String name) {
        assertThat(LinuxKeys.toQemu(linux)).as(name).isEqualTo(qemu);
    }
}
