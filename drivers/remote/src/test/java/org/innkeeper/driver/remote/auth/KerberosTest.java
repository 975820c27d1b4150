package org.innkeeper.driver.remote.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.RemoteProvider;
import org.innkeeper.driver.remote.wire.StandInDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Daemons that offer GSSAPI, as a libvirtd does whose SASL configuration nobody has touched, to a user without a ticket. */
@Timeout(60)
class KerberosTest {
    private static final int SASL = 1;

    private final List<String> started = new CopyOnWriteArrayList<>();
    private final List<CredentialRequest> asked = new CopyOnWriteArrayList<>();
    private StandInDaemon daemon;
    private String offered;

    @BeforeEach
    void start() {
        daemon = new StandInDaemon(343)
                .answer("AUTH_LIST", call -> new Object[] {List.of(SASL)})
                .answer("AUTH_SASL_INIT", call -> new Object[] {offered})
                .answer("AUTH_SASL_START", call -> {
                    started.add(call.text("mech"));
                    throw StandInDaemon.refusal(ErrorCode.AUTH_UNAVAILABLE, "that is enough");
                });
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    private DriverConnection open(String more) {
        AuthenticationCallback auth = request -> {
            asked.add(request);
            return Optional.of(List.of("keeper".toCharArray(), "s3cret".toCharArray()));
        };
        return new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse("qemu+tcp://localhost:" + daemon.port() + "/system" + more),
                        auth,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    private void assertNoTicket(String more) {
        assertThatThrownBy(() -> open(more))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("GSSAPI")
                .hasMessageContaining("localhost")
                .hasMessageContaining("Kerberos ticket")
                .satisfies(e -> {
                    InnkeeperException failure = (InnkeeperException) e;
                    assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_UNAVAILABLE);
                    assertThat(failure.info().remedy())
                            .hasValueSatisfying(remedy -> assertThat(remedy).contains("kinit", "mech_list"));
                });
        assertThat(started).isEmpty();
        assertThat(asked).as("questions that would not have helped").isEmpty();
    }

    @Test
    void onlyGssapiIsNamedWithTheWayOut() {
        offered = "GSSAPI";

        assertNoTicket("");
    }

    @Test
    void gssapiThatTheUriWantsIsNamedToo() {
        offered = "GSSAPI,DIGEST-MD5";

        assertNoTicket("?auth=sasl.GSSAPI");
    }

    /** Without a ticket another mechanism is the way, wherever in the list it stands. */
    @Test
    void anotherMechanismIsTaken() {
        offered = "GSSAPI,DIGEST-MD5";

        assertThatThrownBy(() -> open("")).hasMessageContaining("that is enough");

        assertThat(started).containsExactly("DIGEST-MD5");
    }

    @Test
    void mechanismsNobodyKnowsAreSaidAsBefore() {
        offered = "X-OWN";

        assertThatThrownBy(() -> open("")).hasMessageContaining("X-OWN").satisfies(e -> assertThat(
                        ((InnkeeperException) e).info().remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("Use TLS")));
    }
}
