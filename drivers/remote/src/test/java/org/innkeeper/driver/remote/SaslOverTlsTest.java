package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SASL where TLS encrypts already, with each mechanism a real libvirtd offers there. */
@Timeout(60)
class SaslOverTlsTest {
    private static LibvirtdPeer peer;

    @BeforeAll
    static void start() {
        peer = LibvirtdPeer.withSasl("TLS", "scram-sha-256 scram-sha-1 digest-md5 plain");
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private static DriverConnection open(String mechanism, String password) {
        AuthenticationCallback auth = request -> Optional.of(List.of("keeper".toCharArray(), password.toCharArray()));
        String uri = peer.tls("test", "/default") + (mechanism.isEmpty() ? "" : "&auth=sasl." + mechanism);
        return new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse(uri),
                        auth,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"})
    void rightPasswordIsLetIn(String mechanism) {
        try (DriverConnection connection = open(mechanism, LibvirtdPeer.SASL_PASSWORD)) {
            assertThat(connection.facet(DomainFacet.class).orElseThrow().list(CallContext.create(), 0))
                    .hasSize(1);
            assertThat(connection.peer().user()).isEqualTo("keeper");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-256", "DIGEST-MD5", "PLAIN"})
    void wrongPasswordIsNot(String mechanism) {
        assertThatThrownBy(() -> open(mechanism, "wrong"))
                .isInstanceOf(InnkeeperException.class)
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.AUTH_FAILED));
    }

    @Test
    void whatTheHostDoesNotOfferIsNamed() {
        assertThatThrownBy(() -> open("GSSAPI", LibvirtdPeer.SASL_PASSWORD))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("not GSSAPI");
    }
}
