package org.innkeeper.driver.xen.xend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a xend listens.
 *
 * @param socket its unix socket, null for one on the network
 * @param host its host on the network, null for a unix socket
 * @param port 1 to 65535, 0 for a unix socket
 */
public record XendAddress(Path socket, String host, int port) {
    /** The port that xend has by custom. */
    public static final int USUAL_PORT = 8000;

    /** The unix socket at a path. */
    public static XendAddress unix(Path socket) {
        return new XendAddress(Objects.requireNonNull(socket, "socket"), null, 0);
    }

    public static XendAddress tcp(String host, int port) {
        if (port < 1 || port > 0xffff) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return new XendAddress(null, Objects.requireNonNull(host, "host"), port);
    }

    /** A channel that is not connected yet. */
    SocketChannel open() throws IOException {
        return socket == null ? SocketChannel.open() : SocketChannel.open(StandardProtocolFamily.UNIX);
    }

    SocketAddress resolve() {
        return socket == null ? new InetSocketAddress(host, port) : UnixDomainSocketAddress.of(socket);
    }

    @Override
    public String toString() {
        return socket == null ? host + ":" + port : socket.toString();
    }
}
