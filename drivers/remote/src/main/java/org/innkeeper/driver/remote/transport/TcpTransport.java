package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.innkeeper.core.spi.CallContext;

/** A TCP connection without encryption; whoever is on the way can read it, passwords of guests included. */
public final class TcpTransport implements Transport {
    /** libvirtd's default port without TLS. */
    public static final int DEFAULT_PORT = 16509;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String description;

    private TcpTransport(Socket socket, String description) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.description = description;
    }

    public static TcpTransport connect(CallContext context, String host, int port) throws IOException {
        return new TcpTransport(SocketConnector.connect(context, host, port), "tcp to " + host + " port " + port);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] message) throws IOException {
        out.write(message);
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        CloseQuietly.close(socket, description);
    }
}
