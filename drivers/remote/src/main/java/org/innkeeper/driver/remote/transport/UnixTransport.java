package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
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
            throw failure(path, e);
        }
    }

    private static InnkeeperException failure(Path path, IOException e) {
        String reason;
        String remedy;
        if (!Files.exists(path)) {
            reason = "there is no such socket";
            remedy = "Start libvirtd (or virtqemud), or give the path of its socket with socket=.";
        } else if (e instanceof AccessDeniedException || !Files.isWritable(path)) {
            reason = "permission denied";
            remedy = "Join the group of the socket (often libvirt), log in again, or open the connection read-only.";
        } else {
            reason = "nobody listens there: " + e.getMessage();
            remedy = "Start libvirtd (or virtqemud).";
        }
        ErrorInfo info = ErrorInfo.of(
                        ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, "cannot connect to the socket " + path + ": " + reason)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()))
                .withRemedy(remedy);
        return new InnkeeperException(info, e);
    }

    @Override
    public boolean isSecure() {
        return true;
    }
}
