package org.innkeeper.driver.remote.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.innkeeper.driver.remote.transport.Transport;

/** Cuts what a transport delivers into messages. For the thread that reads. */
final class FrameReader {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Transport transport;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int start;
    private int end;

    FrameReader(Transport transport) {
        this.transport = transport;
    }

    /** The next message, or null when the other end closed between two messages. */
    Message next() throws IOException {
        if (!fill(Message.LENGTH_SIZE)) {
            return null;
        }
        int length = (buffer[start] & 0xff) << 24
                | (buffer[start + 1] & 0xff) << 16
                | (buffer[start + 2] & 0xff) << 8
                | buffer[start + 3] & 0xff;
        Message.checkLength(length);
        start += Message.LENGTH_SIZE;
        return Message.parse(body(length - Message.LENGTH_SIZE));
    }

    /** Gets at least {@code count} bytes into the buffer; false at a clean end. */
    private boolean fill(int count) throws IOException {
        while (end - start < count) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                start = 0;
            }
            int read = transport.read(buffer, end, buffer.length - end);
            if (read < 0) {
                if (end > start) {
                    throw new EOFException("the other end closed in the middle of a message");
                }
                return false;
            }
            end += read;
        }
        return true;
    }

    /** Memory grows with what has arrived, not with what the length promises. */
    private byte[] body(int size) throws IOException {
        byte[] body = new byte[Math.min(size, BUFFER_SIZE)];
        int have = Math.min(size, end - start);
        System.arraycopy(buffer, start, body, 0, have);
        start += have;
        while (have < size) {
            if (have == body.length) {
                body = Arrays.copyOf(body, (int) Math.min(size, 2L * body.length));
            }
            int read = transport.read(body, have, body.length - have);
            if (read < 0) {
                throw new EOFException("the other end closed after " + have + " of " + size + " bytes of a message");
            }
            have += read;
        }
        return body;
    }
}
