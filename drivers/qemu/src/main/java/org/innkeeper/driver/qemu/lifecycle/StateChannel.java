package org.innkeeper.driver.qemu.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A private socket over which QEMU writes or reads its state, with a thread that moves the bytes. QEMU's sandbox lets it
 * start no program that could do so.
 */
final class StateChannel implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final CompletableFuture<Long> moved = new CompletableFuture<>();
    private volatile SocketChannel client;

    /** Moves the bytes once QEMU has connected. */
    @FunctionalInterface
    interface Mover {
        long move(InputStream fromQemu, OutputStream toQemu) throws IOException;
    }

    private StateChannel(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    static StateChannel listen(Path directory, Mover mover) throws IOException {
        Path socket = directory.resolve("state");
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        StateChannel channel = new StateChannel(socket, server);
        Thread thread = new Thread(() -> channel.run(mover), "qemu state");
        thread.setDaemon(true);
        thread.start();
        return channel;
    }

    /** The address QEMU is to connect to. */
    String uri() {
        return "unix:" + socket;
    }

    /** How many bytes were moved, once all were. */
    CompletableFuture<Long> moved() {
        return moved;
    }

    private void run(Mover mover) {
        try (SocketChannel accepted = server.accept()) {
            client = accepted;
            moved.complete(mover.move(Channels.newInputStream(accepted), Channels.newOutputStream(accepted)));
        } catch (IOException | RuntimeException e) {
            moved.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
        Files.deleteIfExists(socket);
    }
}
