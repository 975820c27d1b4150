package org.innkeeper.driver.remote.wire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** A stream over the connection of the call that opened it. */
public final class RpcStream implements ByteStream {
    private static final System.Logger LOG = System.getLogger(RpcStream.class.getName());

    /** What a daemon may take to answer the abort of a stream. */
    private static final long ABORT_MILLIS = 2_000;

    private final RpcConnection connection;
    private final Procedure procedure;
    private final int serial;
    private final StreamBuffer received = new StreamBuffer();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile ErrorInfo failure;
    private volatile boolean done;
    private volatile boolean connectionIsOurs;
    private Values results;

    RpcStream(RpcConnection connection, Procedure procedure, int serial) {
        this.connection = connection;
        this.procedure = procedure;
        this.serial = serial;
    }

    int serial() {
        return serial;
    }

    void opened(Values values) {
        results = values;
    }

    /** What the call that opened the stream returned. */
    public Values results() {
        return results;
    }

    /** The connection carries nothing but this stream, so the daemon may be slowed down, and it is closed with it. */
    public RpcStream ownConnection() {
        connectionIsOurs = true;
        return this;
    }

    /** Takes a message of the stream, on the thread that reads. */
    void received(Message message) {
        if (message.header().type() == MessageType.STREAM_HOLE) {
            received.addHole(readHole(message.payload()));
            return;
        }
        switch (message.header().status()) {
            case CONTINUE -> data(message);
            case OK -> {
                // Forgotten first: who waits may close the connection at once, and that must not look like a failure.
                connection.forget(this);
                received.end();
                finished.countDown();
            }
            case ERROR -> {
                connection.forget(this);
                fail(RemoteErrors.read(message.payload()));
            }
        }
    }

    private void data(Message message) {
        if (message.payloadSize() == 0) {
            received.end();
        } else if (!received.add(message.payloadBytes(), connectionIsOurs)) {
            fail(ErrorInfo.of(
                    ErrorCode.OVERFLOW, ErrorOrigin.STREAMS, "the host sends faster than the stream is read"));
            abort();
        }
    }

    private static long readHole(XdrReader in) {
        long length = in.readHyper();
        in.readUint();
        if (length < 0) {
            throw new org.innkeeper.driver.remote.xdr.XdrException("a hole of " + length + " bytes");
        }
        return length;
    }

    void fail(ErrorInfo info) {
        if (failure == null) {
            failure = info;
        }
        received.fail(info);
        finished.countDown();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return length == 0 ? 0 : received.read(buffer, offset, length);
    }

    @Override
    public long readHole() {
        return received.readHole();
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        for (int done = 0; done < length; ) {
            checkUsable();
            int from = offset + done;
            int count = Math.min(Message.STREAM_PIECE_MAX, length - done);
            connection.sendStreamData(CallContext.create(), encode(MessageStatus.CONTINUE, out -> {
                out.writeRaw(buffer, from, count);
            }));
            done += count;
        }
    }

    @Override
    public void writeHole(long length) {
        checkUsable();
        MessageHeader header = RpcConnection.header(procedure, MessageType.STREAM_HOLE, serial, MessageStatus.CONTINUE);
        connection.sendStreamData(CallContext.create(), Message.encode(header, out -> {
            out.writeHyper(length);
            out.writeUint(0);
        }));
    }

    @Override
    public void finish() {
        checkUsable();
        // Behind the data, so that the daemon gets all of it first.
        connection.sendStreamData(CallContext.create(), encode(MessageStatus.OK, out -> {}));
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InnkeeperException(
                    ErrorCode.OPERATION_ABORTED, ErrorOrigin.STREAMS, "finishing the stream was interrupted", e);
        }
        done = true;
        closeOwnConnection();
        if (failure != null) {
            throw new InnkeeperException(failure);
        }
    }

    @Override
    public void abort() {
        if (done || failure != null && finished.getCount() == 0 && !connection.isAlive()) {
            return;
        }
        done = true;
        ErrorInfo closed = ErrorInfo.of(ErrorCode.OPERATION_ABORTED, ErrorOrigin.STREAMS, "the stream was closed");
        if (failure == null) {
            // Before the daemon answers and the connection ends, either of which would be told as the reason otherwise.
            failure = closed;
            received.fail(closed);
        }
        if (connection.isAlive()) {
            connection.sendStreamControl(encode(MessageStatus.ERROR, out -> {}));
            awaitEndOfOwnConnection();
        }
        fail(closed);
        closeOwnConnection();
    }

    /**
     * A daemon that meets the end of a connection while it answers the abort of a stream there may lock up for good, as
     * libvirt 11.3 does: the answer is waited for, as libvirt's own client waits, though not for ever.
     */
    private void awaitEndOfOwnConnection() {
        if (!connectionIsOurs) {
            return;
        }
        try {
            if (!finished.await(ABORT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "the end of a stream was not answered within {0} ms", ABORT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        abort();
    }

    private void closeOwnConnection() {
        if (connectionIsOurs) {
            connection.close();
        }
    }

    private void checkUsable() {
        if (failure != null) {
            throw new InnkeeperException(failure);
        }
        if (done) {
            throw new InnkeeperException(
                    ErrorCode.INVALID_STREAM, ErrorOrigin.STREAMS, "the stream was finished or closed");
        }
    }

    private byte[] encode(MessageStatus status, java.util.function.Consumer<XdrWriter> payload) {
        return Message.encode(RpcConnection.header(procedure, MessageType.STREAM, serial, status), payload);
    }
}
