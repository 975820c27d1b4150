package org.innkeeper.driver.remote.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which address of a host is tried when. */
@Timeout(30)
class SocketConnectorTest {
    private static final InetAddress FOURTH = address(192, 0, 2, 4);
    private static final InetAddress FIFTH = address(192, 0, 2, 5);
    private static final InetAddress SIXTH = address(0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6);
    private static final InetAddress NEAR = address(127, 0, 0, 1);
    private static final InetAddress NEAR_TOO = address(127, 0, 0, 2);
    private static final InetAddress NEAR_BY_IPV6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private final CallContext context = CallContext.within(Duration.ofSeconds(20));

    private static InetAddress address(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void addressesOfTheNewerProtocolComeFirstAndElseAsTheyAreTold() {
        assertThat(SocketConnector.inOrder(List.of(FIFTH, FOURTH, SIXTH))).containsExactly(SIXTH, FIFTH, FOURTH);
    }

    @Test
    void theNextAddressIsTriedWhereOneFails() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, NEAR);
                SocketChannel channel = SocketConnector.connect(
                        context, "lab", List.of(NEAR_BY_IPV6, NEAR_TOO, NEAR), server.getLocalPort())) {
            assertThat(channel.isConnected()).isTrue();
            assertThat(channel.socket().getInetAddress()).isEqualTo(NEAR);
        }
    }

    @Test
    void theFirstThatAnswersIsTaken() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, NEAR);
                SocketChannel channel = SocketConnector.connect(
                        context, "lab", List.of(NEAR, address(192, 0, 2, 1)), server.getLocalPort())) {
            assertThat(channel.socket().getInetAddress()).isEqualTo(NEAR);
        }
    }

    @Test
    void allThatFailedAreNamedWithTheirReasons() throws IOException {
        int port = closedPort();

        assertThatThrownBy(() -> SocketConnector.connect(context, "lab", List.of(NEAR, NEAR_TOO), port))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("port " + port + " of lab")
                .hasMessageContaining("127.0.0.1: connection refused; 127.0.0.2: connection refused");
    }

    @Test
    void nothingMoreIsTriedWhenTheTimeIsOver() {
        CallContext over = CallContext.create();
        over.cancel();

        assertThatThrownBy(() -> SocketConnector.connect(over, "lab", List.of(NEAR), 9))
                .isInstanceOf(CallCancelledException.class);
    }

    @Test
    void socketsForLibrariesConnectAsWell() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, NEAR);
                var socket = SocketConnector.connectSocket(context, "127.0.0.1", server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }
}
