package org.innkeeper.driver.remote.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.innkeeper.driver.remote.transport.Transport;

/** Cuts what a transport delivers into messages, read by read, so that no message has to be awaited whole. Not for two threads at once. */
final class FrameReader {
    private static final int BUFFER_SIZE = 64 * 1024;

    @FunctionalInterface
    private interface Source {
        int read(byte[] target, int offset, int length) throws IOException;
    }

    private final Transport transport;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int start;
    private int end;

    /** The message that is coming in, without its length; null between two. */
    private byte[] body;

    private int bodySize;
    private int bodyHave;

    FrameReader(Transport transport) {
        this.transport = transport;
    }

    /** The next message, waiting for it; null when the other end closed between two messages. */
    Message next() throws IOException {
        for (; ; ) {
            Message message = complete();
            if (message != null || !readOnce()) {
                return message;
            }
        }
    }

    /** The next message if all of it has been read, else null. */
    Message complete() {
        if (body == null && !begin()) {
            return null;
        }
        int count = Math.min(bodySize - bodyHave, end - start);
        if (count > 0) {
            growBody(bodyHave + count);
            System.arraycopy(buffer, start, body, bodyHave, count);
            start += count;
            bodyHave += count;
        }
        if (bodyHave < bodySize) {
            return null;
        }
        byte[] whole = body;
        body = null;
        return Message.parse(whole);
    }

    /** Takes the length of a message off the buffer. */
    private boolean begin() {
        if (end - start < Message.LENGTH_SIZE) {
            return false;
        }
        int length = (buffer[start] & 0xff) << 24
                | (buffer[start + 1] & 0xff) << 16
                | (buffer[start + 2] & 0xff) << 8
                | buffer[start + 3] & 0xff;
        Message.checkLength(length);
        start += Message.LENGTH_SIZE;
        bodySize = length - Message.LENGTH_SIZE;
        bodyHave = 0;
        body = new byte[Math.min(bodySize, BUFFER_SIZE)];
        return true;
    }

    /** Memory grows with what has arrived, not with what the length promises. */
    private void growBody(int needed) {
        if (needed > body.length) {
            body = Arrays.copyOf(body, (int) Math.min(bodySize, Math.max(needed, 2L * body.length)));
        }
    }

    /** Reads from the transport once; false at a clean end. To be called when {@link #complete} has nothing. */
    boolean readOnce() throws IOException {
        return readFrom(transport::read) >= 0;
    }

    /**
     * As {@link #readOnce}, but only what is there already.
     *
     * @return how many bytes came, -1 at a clean end
     */
    int readNow(DirectTransport direct) throws IOException {
        return readFrom(direct::readNow);
    }

    private int readFrom(Source source) throws IOException {
        int count = body == null ? readToBuffer(source) : readToBody(source);
        if (count >= 0) {
            return count;
        }
        if (body != null) {
            throw new EOFException(
                    "the other end closed after " + bodyHave + " of " + bodySize + " bytes of a message");
        }
        if (end > start) {
            throw new EOFException("the other end closed in the middle of a message");
        }
        return -1;
    }

    private int readToBuffer(Source source) throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = source.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count;
    }

    private int readToBody(Source source) throws IOException {
        growBody(Math.min(bodySize, bodyHave + 1));
        int count = source.read(body, bodyHave, body.length - bodyHave);
        bodyHave += Math.max(0, count);
        return count;
    }
}
