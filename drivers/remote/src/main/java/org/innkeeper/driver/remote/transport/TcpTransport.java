package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.innkeeper.core.spi.CallContext;

/** A TCP connection without encryption; whoever is on the way can read it, passwords of guests included. */
public final class TcpTransport extends ChannelTransport {
    /** libvirtd's default port without TLS. */
    public static final int DEFAULT_PORT = 16509;

    private TcpTransport(SocketChannel channel, String description) throws IOException {
        super(channel, description);
    }

    public static TcpTransport connect(CallContext context, String host, int port) throws IOException {
        return new TcpTransport(SocketConnector.connect(context, host, port), "tcp to " + host + " port " + port);
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
