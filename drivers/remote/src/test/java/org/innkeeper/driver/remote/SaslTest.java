package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.AuthenticationException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest;
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

/** SASL on plain TCP, where the mechanism has to encrypt what follows: against a real libvirtd. */
@Timeout(60)
class SaslTest {
    private static LibvirtdPeer peer;

    private final CallContext context = CallContext.within(Duration.ofSeconds(30));

    @BeforeAll
    static void start() {
        peer = LibvirtdPeer.withSasl("TCP", "digest-md5");
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private DriverConnection open(AuthenticationCallback auth) {
        return new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(peer.tcp("test", "/default")),
                        auth,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    private static Optional<List<char[]>> answer(String name, String password) {
        return Optional.of(List.of(name.toCharArray(), password.toCharArray()));
    }

    @Test
    void allThatFollowsIsEncrypted() {
        try (DriverConnection connection = open(request -> answer("keeper", LibvirtdPeer.SASL_PASSWORD))) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();

            assertThat(domains.list(context, 0)).hasSize(1);
            assertThat(domains.xml(context, domains.lookupByName(context, "test"), 0))
                    .contains("<name>test</name>");
            assertThat(connection.isEncrypted()).isTrue();
            assertThat(connection.isSecure()).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsAskedForAgainWithTheReason() {
        List<CredentialRequest> requests = new ArrayList<>();
        AuthenticationCallback auth = request -> {
            requests.add(request);
            return answer("keeper", requests.size() == 1 ? "wrong" : LibvirtdPeer.SASL_PASSWORD);
        };

        open(auth).close();

        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).reason()).isEmpty();
        assertThat(requests.get(1).reason()).contains("wrong");
    }

    @Test
    void aPasswordThatStaysWrongEndsWithAnError() {
        assertThatThrownBy(() -> open(request -> answer("keeper", "wrong")))
                .isInstanceOf(InnkeeperException.class)
                .satisfies(e -> assertThat(((InnkeeperException) e).code()).isEqualTo(ErrorCode.AUTH_FAILED))
                .message()
                .doesNotContain("wrong\"");
    }

    @Test
    void nobodyToAskIsSaid() {
        assertThatThrownBy(() -> open(AuthenticationCallback.NOBODY))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("no user name and password");
    }

    @Test
    void whatWasAnsweredIsOverwritten() {
        char[] name = "keeper".toCharArray();
        char[] password = LibvirtdPeer.SASL_PASSWORD.toCharArray();

        open(request -> Optional.of(List.of(name, password))).close();

        assertThat(password).containsOnly('\0');
        assertThat(name).containsOnly('\0');
    }
}
