package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.innkeeper.core.error.InnkeeperException;

/** A Unix domain socket of this machine. */
public final class UnixTransport extends ChannelTransport {
    private UnixTransport(SocketChannel channel, Path path) throws IOException {
        super(channel, "the socket " + path);
    }

    /** Connects to the socket; a socket that nobody listens on is refused at once. */
    public static UnixTransport connect(Path path) {
        try {
            return new UnixTransport(SocketChannel.open(UnixDomainSocketAddress.of(path)), path);
        } catch (IOException e) {
            throw new InnkeeperException(SocketRefusal.of(path, e), e);
        }
    }

    @Override
    public boolean isSecure() {
        return true;
    }
}
