package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @Test
    void readsAndWrites() {
        assertThat(MacAddress.parse("52:54:0:AB:cd:1")).hasToString("52:54:00:ab:cd:01");
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
        assertThat(MacAddress.parse("52:54:00:00:00:01").isMulticast()).isFalse();
        assertThat(MacAddress.random(new Random(1)).toString()).startsWith("52:54:00:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "52:54:00:00:00",
                "52:54:00:00:00:00:00",
                "52:54:00:00:00:0g",
                "52-54-00-00-00-00",
                "525:4:0:0:0:0"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> MacAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
