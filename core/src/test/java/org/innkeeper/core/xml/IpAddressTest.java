package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    @Test
    void readsBothFamilies() {
        assertThat(address("10.0.0.1").isIpv4()).isTrue();
        assertThat(address("2001:db8::1").length()).isEqualTo(128);
        assertThat(address("::ffff:10.0.0.1").length()).isEqualTo(128);
        assertThat(address("239.1.2.3").isMulticast()).isTrue();
        assertThat(address("ff02::1").isMulticast()).isTrue();
        assertThat(address("192.168.0.1").isMulticast()).isFalse();
    }

    @Test
    void comparesNetworks() {
        assertThat(address("10.0.0.1").sameNetwork(address("10.0.0.254"), 24)).isTrue();
        assertThat(address("10.0.0.1").sameNetwork(address("10.0.1.1"), 24)).isFalse();
        assertThat(address("10.0.0.1").sameNetwork(address("2001:db8::1"), 0)).isFalse();
        assertThat(address("255.255.255.0").prefixOfMask()).contains(24);
        assertThat(address("0.0.0.0").prefixOfMask()).contains(0);
        assertThat(address("255.0.255.0").prefixOfMask()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0", "10.0.0.256", "10", "1:2", "gggg::1", "a.b.c.d", "1.2.3.4.5"})
    void refusesNamesAndNonsense(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
