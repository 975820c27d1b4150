package org.innkeeper.driver.remote.wire;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.innkeeper.driver.remote.transport.Transport;

/** The other end of a connection, as a test wants it: what it says is queued, what it was told can be read. */
final class ScriptedPeer implements Transport {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> toClient = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> fromClient = new LinkedBlockingQueue<>();
    private final ArrayDeque<byte[]> current = new ArrayDeque<>();
    private volatile boolean closed;

    /** Says these bytes. */
    void say(byte[] bytes) {
        toClient.add(bytes.clone());
    }

    /** Ends the connection after what was said. */
    void hangUp() {
        toClient.add(END);
    }

    /** The next message of the client, without its length. */
    Message hear() throws InterruptedException {
        byte[] message = fromClient.poll(10, java.util.concurrent.TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the client said nothing");
        }
        return Message.parse(Arrays.copyOfRange(message, Message.LENGTH_SIZE, message.length));
    }

    boolean heardNothing() {
        return fromClient.isEmpty();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            byte[] piece = current.isEmpty() ? toClient.take() : current.poll();
            if (piece.length == 0) {
                toClient.add(END);
                return -1;
            }
            int count = Math.min(length, piece.length);
            System.arraycopy(piece, 0, buffer, offset, count);
            if (count < piece.length) {
                current.add(Arrays.copyOfRange(piece, count, piece.length));
            }
            return count;
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void write(byte[] message) {
        fromClient.add(message);
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String description() {
        return "the scripted peer";
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }
}
