package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSetTest {
    @Test
    void readsRangesAndExceptions() {
        assertThat(NumberSet.parse("0-3,^2, 8").stream()).containsExactly(0, 1, 3, 8);
        assertThat(NumberSet.parse("^1").stream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "1,", "-1", "99999", "1-"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> NumberSet.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
