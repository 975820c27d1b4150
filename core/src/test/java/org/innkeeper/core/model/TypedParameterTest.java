package org.innkeeper.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypedParameterTest {
    @Test
    void keepsEveryTypeExactly() {
        assertThat(TypedParameter.ofInt("a", -1).asText()).isEqualTo("-1");
        assertThat(TypedParameter.ofUint("a", 0xffff_ffffL).asText()).isEqualTo("4294967295");
        assertThat(TypedParameter.ofUint("a", -1).number()).isEqualTo(0xffff_ffffL);
        assertThat(TypedParameter.ofLong("a", Long.MIN_VALUE).asText()).isEqualTo("-9223372036854775808");
        assertThat(TypedParameter.ofUlong("a", -1).asText()).isEqualTo("18446744073709551615");
        assertThat(TypedParameter.ofDouble("a", 0.25).asText()).isEqualTo("0.25");
        assertThat(TypedParameter.ofDouble("a", 0.25).asDouble()).isEqualTo(0.25);
        assertThat(TypedParameter.ofInt("a", 3).asDouble()).isEqualTo(3.0);
        assertThat(TypedParameter.ofBoolean("a", true).asBoolean()).isTrue();
        assertThat(TypedParameter.ofBoolean("a", false).asText()).isEqualTo("no");
        assertThat(TypedParameter.ofBoolean("a", true).asText()).isEqualTo("yes");
        assertThat(TypedParameter.ofString("a", "x").asText()).isEqualTo("x");
        assertThatNullPointerException().isThrownBy(() -> TypedParameter.ofString("a", null));
        assertThatNullPointerException().isThrownBy(() -> TypedParameter.ofInt(null, 1));
    }

    @Test
    void typesHaveTheNumbersOfLibvirt() {
        assertThat(ParameterType.INT.number()).isEqualTo(1);
        assertThat(ParameterType.STRING.number()).isEqualTo(7);
    }

    @Test
    void statisticsAreFoundByName() {
        DomainRef domain = new DomainRef("x", new UUID(1, 2), 3);
        DomainStats stats = new DomainStats(
                domain,
                5,
                List.of(TypedParameter.ofUlong("cpu.time", 7), TypedParameter.ofString("block.0.name", "vda")));
        assertThat(stats.number("cpu.time")).hasValue(7);
        assertThat(stats.number("cpu.user")).as("absent is not zero").isEmpty();
        assertThat(stats.number("block.0.name")).isEmpty();
        assertThat(stats.text("block.0.name")).isEqualTo("vda");
        assertThat(stats.text("absent")).isNull();
    }
}
