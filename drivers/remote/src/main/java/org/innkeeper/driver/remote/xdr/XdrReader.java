package org.innkeeper.driver.remote.xdr;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reads XDR (RFC 4506) from a whole message. Every length is checked against the limit of the protocol and against what is
 * left of the message before anything is allocated. For one thread.
 */
public final class XdrReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    /** Reads {@code bytes} from {@code start} up to, not including, {@code end}. */
    public XdrReader(byte[] bytes, int start, int end) {
        if (start < 0 || end > bytes.length || start > end) {
            throw new IllegalArgumentException("range " + start + ".." + end + " of " + bytes.length);
        }
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Bytes that were not read yet. */
    public int remaining() {
        return end - position;
    }

    /** Where the next byte is read, for messages. */
    public int position() {
        return position;
    }

    public int readInt() {
        need(4, "an int");
        int value = (bytes[position] & 0xff) << 24
                | (bytes[position + 1] & 0xff) << 16
                | (bytes[position + 2] & 0xff) << 8
                | bytes[position + 3] & 0xff;
        position += 4;
        return value;
    }

    /** 0 to 2^32 - 1. */
    public long readUint() {
        return readInt() & 0xffff_ffffL;
    }

    public long readHyper() {
        need(8, "a hyper");
        return (long) readInt() << 32 | readInt() & 0xffff_ffffL;
    }

    public double readDouble() {
        return Double.longBitsToDouble(readHyper());
    }

    /** The flag before an optional value. */
    public boolean readPresence() {
        int flag = readInt();
        if (flag != 0 && flag != 1) {
            throw new XdrException("an optional value is neither absent nor present but " + flag + where());
        }
        return flag == 1;
    }

    /**
     * The count before a list.
     *
     * @param limit the most the protocol allows
     * @param elementSize the fewest bytes one element takes, at least 0
     */
    public int readCount(int limit, int elementSize) {
        long count = readUint();
        if (count > limit) {
            throw new XdrException("a count of " + count + " is over the limit of " + limit + where());
        }
        if (count * elementSize > remaining()) {
            throw new XdrException(
                    "a count of " + count + " does not fit into the " + remaining() + " bytes left" + where());
        }
        return (int) count;
    }

    /** Opaque data with its length before it. */
    public byte[] readOpaque(int limit) {
        int length = readCount(limit, 1);
        return readFixedOpaque(length);
    }

    /** Opaque data of a fixed length. */
    public byte[] readFixedOpaque(int length) {
        int padded = padded(length);
        need(padded, "opaque data");
        byte[] data = new byte[length];
        System.arraycopy(bytes, position, data, 0, length);
        position += padded;
        return data;
    }

    public UUID readUuid() {
        need(16, "a UUID");
        return new UUID(readHyper(), readHyper());
    }

    /** A string of at most {@code limit} bytes of UTF-8; bytes that are not UTF-8 are refused. */
    public String readString(int limit) {
        int length = readCount(limit, 1);
        need(padded(length), "a string");
        String ascii = asciiString(length);
        String text = ascii != null ? ascii : decode(length);
        position += padded(length);
        return text;
    }

    /** Most strings are ASCII, and those need no decoder. */
    @SuppressWarnings("deprecation")
    private String asciiString(int length) {
        for (int i = position, last = position + length; i < last; i++) {
            if (bytes[i] < 0) {
                return null;
            }
        }
        return new String(bytes, 0, position, length);
    }

    private String decode(int length) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, position, length));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new XdrException("a string is not UTF-8" + where(), e);
        }
    }

    private void need(int count, String what) {
        if (count > remaining()) {
            throw new XdrException(
                    what + " of " + count + " bytes does not fit into the " + remaining() + " bytes left" + where());
        }
    }

    private String where() {
        return " (byte " + position + " of the message)";
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
