package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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

/** A host whose hypervisor has a daemon of its own, which listens beside where libvirtd would. */
@Timeout(60)
class ModularDaemonTest {
    private static LibvirtdPeer peer;

    @BeforeAll
    static void start() {
        LibvirtdPeer.shared();
        peer = LibvirtdPeer.start(Map.of("SOCKET_NAME", "virtqemud", "DAEMONS", ""));
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    private static DriverConnection open(OpenOptions options) {
        return new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse(peer.ssh("qemu", "/system")),
                        AuthenticationCallback.NOBODY,
                        options,
                        LocalServices.NONE);
    }

    @Test
    void itsSocketIsFoundThroughSsh() {
        try (DriverConnection connection = open(OpenOptions.readWrite())) {
            assertThat(connection.peer().way()).contains("/virtqemud-sock").doesNotContain("-sock-ro");
            assertThat(connection.facet(DomainFacet.class).orElseThrow().list(CallContext.create(), 0))
                    .isEmpty();
        }
    }

    @Test
    void whoeverOnlyLooksUsesTheSocketForThat() {
        try (DriverConnection connection = open(OpenOptions.asReadOnly())) {
            assertThat(connection.peer().way()).contains("/virtqemud-sock-ro");
        }
    }
}
