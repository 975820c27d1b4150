package org.innkeeper.driver.xen.xenstore;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One message of the xenstore protocol: four numbers of 32 bits, lowest byte first, and at most 4096 bytes. That holds for
 * what is sent; the OCaml daemon answers over its socket with as long a list as there is.
 *
 * @param type a number of {@link MessageType}; others may come
 * @param request the number by which a reply belongs to its request; 0 in events
 * @param transaction the transaction it is part of, 0 for none
 * @param payload what it says
 */
record Message(int type, int request, int transaction, byte[] payload) {
    /** The longest payload; a daemon drops the connection of who sends more. */
    static final int MAX_PAYLOAD = 4096;

    /** The longest payload that is taken: 1 MiB. */
    static final int MAX_REPLY = 1 << 20;

    private static final int HEADER = 16;

    byte[] toBytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(request)
                .putInt(transaction)
                .putInt(payload.length)
                .put(payload)
                .array();
    }

    /**
     * Reads one message.
     *
     * @throws IOException at the end of the stream, and where the length says more than a message may have; nothing is
     *     allocated for it
     */
    static Message read(InputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        DataInputStream data = new DataInputStream(in);
        data.readFully(header);
        ByteBuffer numbers = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int type = numbers.getInt();
        int request = numbers.getInt();
        int transaction = numbers.getInt();
        int length = numbers.getInt();
        if (length < 0 || length > MAX_REPLY) {
            throw new IOException("it sent a message of " + Integer.toUnsignedString(length) + " bytes, more than the "
                    + MAX_REPLY + " that are taken");
        }
        byte[] payload = new byte[length];
        data.readFully(payload);
        return new Message(type, request, transaction, payload);
    }
}
