package org.innkeeper.driver.remote.wire;

import java.util.function.Consumer;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** One message: a header and what follows it. */
public final class Message {
    /** Bytes of the length before each message. */
    public static final int LENGTH_SIZE = 4;

    /** Bytes of the header. */
    public static final int HEADER_SIZE = 24;

    /** The most bytes of a message, its length included: {@code VIR_NET_MESSAGE_MAX} and the length. */
    public static final int MAX = LENGTH_SIZE + 33_554_432;

    /** The most bytes of one piece of a stream that every peer takes: {@code VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX}. */
    public static final int STREAM_PIECE_MAX = 262_120;

    private final MessageHeader header;
    private final byte[] body;

    private Message(MessageHeader header, byte[] body) {
        this.header = header;
        this.body = body;
    }

    /**
     * Takes a message apart.
     *
     * @param body all that follows the length
     */
    static Message parse(byte[] body) {
        return new Message(MessageHeader.read(new XdrReader(body, 0, body.length)), body);
    }

    /** The bytes to send: length, header and what {@code payload} writes. */
    public static byte[] encode(MessageHeader header, Consumer<XdrWriter> payload) {
        XdrWriter out = new XdrWriter(MAX);
        out.writeInt(0);
        header.write(out);
        payload.accept(out);
        out.setInt(0, out.length());
        return out.toBytes();
    }

    /** Whether a length that came over the wire can be one. */
    static void checkLength(int length) {
        if (length < LENGTH_SIZE + HEADER_SIZE || length > MAX) {
            throw new XdrException("a message says that it has " + Integer.toUnsignedString(length)
                    + " bytes; it must have " + (LENGTH_SIZE + HEADER_SIZE) + " to " + MAX);
        }
    }

    public MessageHeader header() {
        return header;
    }

    /** Reads what follows the header. */
    public XdrReader payload() {
        return new XdrReader(body, HEADER_SIZE, body.length);
    }

    /** Bytes after the header. */
    public int payloadSize() {
        return body.length - HEADER_SIZE;
    }

    /** Copies the bytes after the header: the data of a stream, which is not XDR. */
    public byte[] payloadBytes() {
        byte[] bytes = new byte[payloadSize()];
        System.arraycopy(body, HEADER_SIZE, bytes, 0, bytes.length);
        return bytes;
    }
}
