package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.DelayingProxy;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.Test;

/** How often opening a host that is far away waits for the network. */
class OpeningWaitsTest {
    private final CallContext context = CallContext.within(Duration.ofSeconds(30));

    @Test
    void openingAndSubscribingWaitOnceForEachStep() throws Exception {
        LibvirtdPeer peer = LibvirtdPeer.shared();
        try (DelayingProxy proxy = new DelayingProxy(peer.tcpPort(), Duration.ofMillis(50));
                DriverConnection connection = new RemoteProvider()
                        .open(
                                context,
                                ConnectUri.parse("test+tcp://localhost:" + proxy.port() + "/default"),
                                AuthenticationCallback.NOBODY,
                                OpenOptions.readWrite(),
                                LocalServices.NONE)) {
            assertThat(proxy.takeWaits())
                    .as("authentication, opening, features")
                    .isEqualTo(3);

            connection
                    .facet(EventFacet.class)
                    .orElseThrow()
                    .subscribe(context, event -> {})
                    .close();

            assertThat(proxy.takeWaits()).as("all events").isEqualTo(1);
        }
    }
}
