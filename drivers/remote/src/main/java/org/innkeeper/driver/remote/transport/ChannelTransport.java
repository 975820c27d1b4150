package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A socket whose bytes are the protocol's, without anything in between. */
abstract class ChannelTransport implements DirectTransport {
    private final ChannelBytes bytes;
    private final String description;
    private ByteBuffer unsent = ByteBuffer.allocate(0);

    ChannelTransport(SocketChannel channel, String description) throws IOException {
        this.bytes = new ChannelBytes(channel);
        this.description = description;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        return bytes.read(ByteBuffer.wrap(buffer, offset, length));
    }

    @Override
    public final int readNow(byte[] buffer, int offset, int length) throws IOException {
        return bytes.readNow(ByteBuffer.wrap(buffer, offset, length));
    }

    @Override
    public final boolean awaitReadable(long nanos) throws IOException {
        return bytes.awaitReadable(nanos);
    }

    @Override
    public final void wakeUp() {
        bytes.wakeUp();
    }

    @Override
    public final boolean beginWrite(byte[] message) throws IOException {
        unsent = ByteBuffer.wrap(message);
        bytes.writeNow(unsent);
        return !unsent.hasRemaining();
    }

    @Override
    public final void finishWrite() throws IOException {
        bytes.write(unsent);
    }

    @Override
    public final boolean isEncrypted() {
        return false;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final void close() {
        bytes.close();
    }
}
