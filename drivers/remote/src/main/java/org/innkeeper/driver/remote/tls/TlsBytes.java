package org.innkeeper.driver.remote.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.innkeeper.driver.remote.transport.ChannelBytes;

/**
 * TLS over a socket that never blocks. One thread reads while another one writes; the handshake is made before that, by one
 * thread alone.
 */
final class TlsBytes {
    private static final System.Logger LOG = System.getLogger(TlsBytes.class.getName());
    private static final int RECEIVE_SIZE = 64 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ChannelBytes socket;
    private final SSLEngine engine;
    private final ByteBuffer received = ByteBuffer.allocate(RECEIVE_SIZE).limit(0);
    private ByteBuffer plain;
    private boolean end;

    /** Held by who makes records; the fields below are its. */
    private final ReentrantLock writing = new ReentrantLock();

    private ByteBuffer record;
    private ByteBuffer unsent = NOTHING;

    TlsBytes(ChannelBytes socket, SSLEngine engine) {
        this.socket = socket;
        this.engine = engine;
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .limit(0);
        record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).limit(0);
    }

    /** @param deadline of {@link System#nanoTime} */
    void handshake(long deadline) throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING) {
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    makeRecord(NOTHING);
                    socket.write(record);
                }
                default -> {
                    if (!unwrapRecord()) {
                        receive(deadline);
                    }
                }
            }
            if (end) {
                throw new SSLException("the other end closed the connection");
            }
            status = engine.getHandshakeStatus();
        }
    }

    /** Reads one byte, -1 at the end. */
    int readByte(long deadline) throws IOException {
        while (!hasPlain()) {
            receive(deadline);
        }
        return plain.hasRemaining() ? plain.get() & 0xff : -1;
    }

    private void receive(long deadline) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the other end does not answer");
        }
        if (socket.awaitReadable(left)) {
            receiveNow();
        } else if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the thread was interrupted");
        }
    }

    /** Whether something can be read at once, the end included; waits for it. */
    boolean awaitReadable(long nanos) throws IOException {
        long begin = System.nanoTime();
        while (!hasPlain()) {
            long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - begin);
            if (left <= 0 || !socket.awaitReadable(left)) {
                return false;
            }
            receiveNow();
        }
        return true;
    }

    void wakeUp() {
        socket.wakeUp();
    }

    /** Reads, waiting for at least one byte; -1 at the end. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        while (!hasPlain()) {
            received.compact();
            try {
                end |= socket.read(received) < 0;
            } finally {
                received.flip();
            }
        }
        return takePlain(buffer, offset, length);
    }

    /** Reads what is there; 0 when nothing is, -1 at the end. */
    int readNow(byte[] buffer, int offset, int length) throws IOException {
        if (!hasPlain()) {
            receiveNow();
            if (!hasPlain()) {
                return 0;
            }
        }
        return takePlain(buffer, offset, length);
    }

    /** To be called when {@link #hasPlain}. */
    private int takePlain(byte[] buffer, int offset, int length) {
        if (!plain.hasRemaining()) {
            return -1;
        }
        int count = Math.min(length, plain.remaining());
        plain.get(buffer, offset, count);
        return count;
    }

    private void receiveNow() throws IOException {
        received.compact();
        try {
            end |= socket.readNow(received) < 0;
        } finally {
            received.flip();
        }
    }

    /** Makes plain bytes of what was received; whether there are some, or the end. */
    private boolean hasPlain() throws IOException {
        while (!plain.hasRemaining() && unwrapRecord()) {
            continue;
        }
        return plain.hasRemaining() || end;
    }

    /** Takes one record off what was received; false when the rest of it has to come first. */
    private boolean unwrapRecord() throws IOException {
        plain.clear();
        SSLEngineResult result;
        try {
            result = engine.unwrap(received, plain);
        } catch (SSLException e) {
            sayAlert();
            throw e;
        } finally {
            plain.flip();
        }
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> {
                return false;
            }
            case BUFFER_OVERFLOW ->
                plain = ByteBuffer.allocate(
                                plain.capacity() + engine.getSession().getApplicationBufferSize())
                        .limit(0);
            case CLOSED -> {
                end = true;
                return false;
            }
            default -> {
                // New keys may be asked for at any time; the answer goes out with the next message.
                if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                    runTasks();
                }
            }
        }
        return true;
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** As {@link org.innkeeper.driver.remote.transport.DirectTransport#beginWrite}. */
    boolean beginWrite(byte[] message) throws IOException {
        writing.lock();
        try {
            unsent = ByteBuffer.wrap(message);
            for (; ; ) {
                socket.writeNow(record);
                if (record.hasRemaining()) {
                    return false;
                }
                if (!unsent.hasRemaining()) {
                    return true;
                }
                makeRecord(unsent);
            }
        } finally {
            writing.unlock();
        }
    }

    /** As {@link org.innkeeper.driver.remote.transport.DirectTransport#finishWrite}. */
    void finishWrite() throws IOException {
        writing.lock();
        try {
            socket.write(record);
            while (unsent.hasRemaining()) {
                makeRecord(unsent);
                socket.write(record);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Puts as many of the bytes as one record takes into {@link #record}, which must be empty. */
    private void makeRecord(ByteBuffer source) throws SSLException {
        for (; ; ) {
            record.clear();
            SSLEngineResult result;
            try {
                result = engine.wrap(source, record);
            } finally {
                record.flip();
            }
            if (result.getStatus() != SSLEngineResult.Status.BUFFER_OVERFLOW) {
                if (result.getStatus() == SSLEngineResult.Status.CLOSED && source.hasRemaining()) {
                    throw new SSLException("the other end closed the connection");
                }
                return;
            }
            record = ByteBuffer.allocate(record.capacity() + engine.getSession().getPacketBufferSize())
                    .limit(0);
        }
    }

    /** Tells the other end what we did not like, where that goes without waiting. */
    private void sayAlert() {
        if (!writing.tryLock()) {
            return;
        }
        try {
            if (!record.hasRemaining()) {
                makeRecord(NOTHING);
                socket.writeNow(record);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the last words of TLS were not sent: {0}", e.getMessage());
        } finally {
            writing.unlock();
        }
    }

    void close() {
        engine.closeOutbound();
        sayAlert();
        socket.close();
    }
}
