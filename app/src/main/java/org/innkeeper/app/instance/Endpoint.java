package org.innkeeper.app.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.innkeeper.app.file.SafeFile;

/**
 * Where the first program listens: a unix socket in the state directory; where the path is too long for one or the
 * system has none, a port of the loopback. A file for the owner's eyes tells which, and the secret to know each other
 * by.
 */
final class Endpoint {
    /** Some systems allow 104 bytes with the ending zero. */
    private static final int LONGEST_SOCKET_PATH = 100;

    private final Path file;
    private final Path socket;

    Endpoint(Path stateDirectory) {
        file = stateDirectory.resolve("innkeeper.endpoint");
        socket = stateDirectory.resolve("innkeeper.sock");
    }

    /** Begins to listen; a socket or file that an earlier program left is replaced. */
    Listening listen() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(socket);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        ServerSocketChannel channel = open();
        String address =
                channel.getLocalAddress() instanceof InetSocketAddress inet ? Integer.toString(inet.getPort()) : "unix";
        SafeFile.write(file, (address + "\n" + secret + "\n").getBytes(StandardCharsets.UTF_8));
        return new Listening(channel, secret);
    }

    /** What {@link #listen} made. */
    record Listening(ServerSocketChannel channel, String secret) {}

    private ServerSocketChannel open() throws IOException {
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH) {
            try {
                return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
            } catch (UnsupportedOperationException e) {
                System.getLogger(Endpoint.class.getName())
                        .log(System.Logger.Level.DEBUG, "no unix sockets here, using the loopback", e);
            }
        }
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Connects to the first program. */
    Connected connect() throws IOException {
        String[] lines = Files.readString(file).split("\n");
        if (lines.length < 2) {
            throw new IOException(file + " is not complete");
        }
        SocketAddress address = lines[0].equals("unix")
                ? UnixDomainSocketAddress.of(socket)
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), port(lines[0]));
        return new Connected(SocketChannel.open(address), lines[1]);
    }

    private int port(String text) throws IOException {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IOException(file + " is not one of ours");
        }
        return Integer.parseInt(text);
    }

    /** What {@link #connect} made. */
    record Connected(SocketChannel channel, String secret) {}

    void remove() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(socket);
    }
}
