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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A private socket over which QEMU writes or reads its state, with a thread that moves the bytes. QEMU's sandbox lets it
 * start no program that could do so. QEMU connects to write, and listens to read.
 */
final class StateChannel implements AutoCloseable {
    private static final String NAME = "state";

    private final Path socket;
    private final ServerSocketChannel server;
    private final CompletableFuture<Long> moved = new CompletableFuture<>();
    private volatile SocketChannel client;

    /** Moves the bytes. */
    @FunctionalInterface
    interface Mover {
        long move(InputStream fromQemu, OutputStream toQemu) throws IOException;
    }

    private StateChannel(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    /** The address QEMU is to use for a guest whose private directory that is. */
    static String uri(Path directory) {
        return "unix:" + directory.resolve(NAME);
    }

    /** Waits for QEMU to connect. */
    static StateChannel listen(Path directory, Mover mover) throws IOException {
        Path socket = directory.resolve(NAME);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        StateChannel channel = new StateChannel(socket, server);
        channel.start(() -> channel.move(server.accept(), mover));
        return channel;
    }

    /** Connects to a QEMU that listens. */
    static StateChannel connect(Path directory, Mover mover) throws IOException {
        Path socket = directory.resolve(NAME);
        StateChannel channel = new StateChannel(socket, null);
        SocketChannel connected = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        channel.client = connected;
        channel.start(() -> channel.move(connected, mover));
        return channel;
    }

    /** How many bytes were moved, once all were. */
    CompletableFuture<Long> moved() {
        return moved;
    }

    private void start(Callable<Long> work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        moved.complete(work.call());
                    } catch (Exception e) {
                        moved.completeExceptionally(e);
                    }
                },
                "qemu state");
        thread.setDaemon(true);
        thread.start();
    }

    private long move(SocketChannel qemu, Mover mover) throws IOException {
        client = qemu;
        try (qemu) {
            return mover.move(Channels.newInputStream(qemu), Channels.newOutputStream(qemu));
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (client != null) {
            client.close();
        }
        Files.deleteIfExists(socket);
    }
}
