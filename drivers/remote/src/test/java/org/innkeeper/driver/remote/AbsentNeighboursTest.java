package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.OldDaemon;
import org.innkeeper.driver.remote.wire.StandInDaemon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A daemon of one hypervisor that runs alone: what virtnetworkd would answer is an error, the guests are there. */
@Timeout(60)
class AbsentNeighboursTest {
    private static final String REASON =
            "Failed to connect socket to '/var/run/libvirt/virtnetworkd-sock': No such file or directory";
    private static final Function<Values, Object[]> ABSENT = call -> {
        throw new InnkeeperException(ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, REASON));
    };

    private final CallContext context = CallContext.within(Duration.ofSeconds(30));

    private DriverConnection open(StandInDaemon daemon) {
        return new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse("qemu+tcp://localhost:" + daemon.port() + "/system"),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    @Test
    void eventsOfGuestsAreHeardAndNetworksTellTheReason() throws Exception {
        try (StandInDaemon daemon = OldDaemon.of(OldDaemon.Version.V1_2_7)
                        .answer("CONNECT_SUPPORTS_FEATURE", call -> new Object[] {1})
                        .answer("CONNECT_NETWORK_EVENT_REGISTER_ANY", ABSENT)
                        .answer("CONNECT_LIST_ALL_NETWORKS", ABSENT);
                DriverConnection connection = open(daemon)) {
            connection
                    .facet(EventFacet.class)
                    .orElseThrow()
                    .subscribe(context, event -> {})
                    .close();

            NetworkFacet networks = connection.facet(NetworkFacet.class).orElseThrow();
            assertThatThrownBy(() -> networks.list(context, 0)).hasMessageContaining(REASON);
            assertThat(connection.isAlive()).isTrue();
        }
    }
}
