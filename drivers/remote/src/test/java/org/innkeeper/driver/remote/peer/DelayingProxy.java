package org.innkeeper.driver.remote.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A far host: what is sent through it arrives after half of the round trip, and so does the answer. It counts the waits of
 * a client: whatever is sent within half a round trip after the first byte went together.
 */
public final class DelayingProxy implements AutoCloseable {
    private record Chunk(long due, byte[] data) {}

    private static final Chunk END = new Chunk(0, new byte[0]);

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger waits = new AtomicInteger();
    private volatile long oneWayNanos;
    private volatile long waitBegan = System.nanoTime() - Duration.ofDays(1).toNanos();

    /** @param target a port of this machine */
    public DelayingProxy(int target, Duration roundTrip) {
        this.target = target;
        setRoundTrip(roundTrip);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("accept", this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void setRoundTrip(Duration roundTrip) {
        oneWayNanos = roundTrip.toNanos() / 2;
    }

    /** How often the client has waited for the network since the last time this was asked. */
    public int takeWaits() {
        return waits.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket daemon = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                daemon.setTcpNoDelay(true);
                sockets.addAll(List.of(client, daemon));
                carry(client, daemon, true);
                carry(daemon, client, false);
            }
        } catch (IOException e) {
            close();
        }
    }

    private void carry(Socket from, Socket to, boolean counted) {
        BlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
        start("read", () -> read(from, queue, counted));
        start("write", () -> write(queue, to));
    }

    private void read(Socket from, BlockingQueue<Chunk> queue, boolean counted) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                long now = System.nanoTime();
                if (counted && now - waitBegan > oneWayNanos) {
                    waitBegan = now;
                    waits.incrementAndGet();
                }
                byte[] data = new byte[count];
                System.arraycopy(buffer, 0, data, 0, count);
                queue.add(new Chunk(now + oneWayNanos, data));
            }
        } catch (IOException e) {
            // The other end is told of the end all the same.
        } finally {
            queue.add(END);
        }
    }

    private static void write(BlockingQueue<Chunk> queue, Socket to) {
        try (to) {
            OutputStream out = to.getOutputStream();
            for (Chunk chunk = queue.take(); chunk != END; chunk = queue.take()) {
                long wait = chunk.due() - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
                }
                out.write(chunk.data());
            }
        } catch (IOException e) {
            // Nobody is left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable body) {
        Thread thread = new Thread(body, "proxy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
