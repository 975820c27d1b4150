package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.DriverProvider;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDriverProviderTest {
    private final TestDriverProvider provider = new TestDriverProvider();

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(DriverProvider.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(TestDriverProvider.class));
        assertThat(provider.id()).isEqualTo("test");
        assertThat(provider.schemes()).containsExactly("test");
        assertThat(provider.priority()).isEqualTo(100);
    }

    @Test
    void offersTheDemoHostLast() {
        assertThat(provider.localHost().uri()).isEqualTo("test:///default");
        assertThat(provider.localHost().rank()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test:///default", "test:///default?guests=5", "test:///a/b.xml"})
    void takesLocalTestHosts(String uri) {
        assertThat(provider.claim(ConnectUri.parse(uri)).accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qemu:///system", "test://host/default", "test+ssh://host/default", "test+unix:///default"})
    void leavesOthersAlone(String uri) {
        assertThat(provider.claim(ConnectUri.parse(uri)))
                .satisfies(claim -> assertThat(claim.accepted()).isFalse())
                .satisfies(claim -> assertThat(claim.reason()).isNotBlank());
    }

    @Test
    void uriWithoutAHostIsAMistake() {
        assertThatThrownBy(() -> provider.claim(ConnectUri.parse("test:///")))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("test:///");
    }
}
