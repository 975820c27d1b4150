package org.innkeeper.driver.xen.standin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A xend for tests, on a unix socket or on the network: it takes the requests of the true one, as strictly, and answers in
 * its words, but what it runs are only records.
 */
public final class StandInXend implements AutoCloseable {
    private final ServerSocketChannel server;
    private final StandInHost host;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile long delayMillis;
    private volatile Function<String, byte[]> disturbance = request -> null;

    private StandInXend(ServerSocketChannel server, StandInHost host) {
        this.server = server;
        this.host = host;
        Thread thread = new Thread(this::serve, "stand-in xend");
        thread.setDaemon(true);
        thread.start();
    }

    /** Listens at {@code xend/xend-socket} below what stands for {@code /var/lib}. */
    public static StandInXend atSocket(Path lib, StandInVersion version) {
        try {
            Path socket = Files.createDirectories(lib.resolve("xend")).resolve("xend-socket");
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            return new StandInXend(server, new StandInHost(version, lib.resolve("xend/domains")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens on a free port of this machine. */
    public static StandInXend onNetwork(Path lib, StandInVersion version) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress("localhost", 0));
            return new StandInXend(server, new StandInHost(version, lib.resolve("xend/domains")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        try {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host it manages. */
    public StandInHost host() {
        return host;
    }

    /** How long it thinks before each answer. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Answers some requests with bytes of its own: the request is {@code GET /path} or {@code POST /path op}. */
    public void disturb(Function<String, byte[]> answers) {
        disturbance = answers;
    }

    /** What it was asked: {@code GET /path?query} or {@code POST /path op}. */
    public List<String> requests() {
        return requests;
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                open.add(channel);
                Thread thread = new Thread(() -> answer(channel), "stand-in xend, a request");
                thread.setDaemon(true);
                thread.start();
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel;
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel))) {
            StandInRequest request = StandInRequest.read(in);
            String line = request.method() + " " + request.path()
                    + (request.query().isEmpty() ? "" : "?" + request.query())
                    + (request.op() == null ? "" : " " + request.op());
            requests.add(line);
            if (delayMillis > 0) {
                Thread.sleep(delayMillis);
            }
            byte[] other = disturbance.apply(line);
            ByteBuffer reply =
                    ByteBuffer.wrap(other == null ? host.answer(request).toBytes() : other);
            while (reply.hasRemaining()) {
                channel.write(reply);
            }
        } catch (IOException e) {
            System.getLogger(StandInXend.class.getName())
                    .log(System.Logger.Level.DEBUG, "the client went away, as one does whose call was cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(channel);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
