package org.innkeeper.driver.remote.xdr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Writes XDR (RFC 4506) into a buffer that grows up to a limit. For one thread. */
public final class XdrWriter {
    private static final int FIRST_SIZE = 256;

    private final int limit;
    private byte[] bytes;
    private int length;

    /** @param limit the most bytes the message may have */
    public XdrWriter(int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(FIRST_SIZE, limit)];
    }

    /** Bytes written so far. */
    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    public void writeInt(int value) {
        room(4);
        put(length, value);
        length += 4;
    }

    /** @param value 0 to 2^32 - 1 */
    public void writeUint(long value) {
        if (value < 0 || value > 0xffff_ffffL) {
            throw new XdrException(value + " does not fit into an unsigned int");
        }
        writeInt((int) value);
    }

    public void writeHyper(long value) {
        room(8);
        put(length, (int) (value >>> 32));
        put(length + 4, (int) value);
        length += 8;
    }

    public void writeDouble(double value) {
        writeHyper(Double.doubleToRawLongBits(value));
    }

    /** Overwrites an int that was written before, such as a length that was not known yet. */
    public void setInt(int position, int value) {
        if (position < 0 || position + 4 > length) {
            throw new IllegalArgumentException("position " + position + " of " + length);
        }
        put(position, value);
    }

    /** @param max the most the protocol allows */
    public void writeCount(int count, int max, String what) {
        if (count > max) {
            throw new XdrException(what + " has " + count + " elements, the protocol allows " + max);
        }
        writeInt(count);
    }

    public void writeOpaque(byte[] data, int max, String what) {
        writeCount(data.length, max, what);
        writeFixedOpaque(data);
    }

    public void writeFixedOpaque(byte[] data) {
        int padded = data.length + 3 & ~3;
        room(padded);
        System.arraycopy(data, 0, bytes, length, data.length);
        Arrays.fill(bytes, length + data.length, length + padded, (byte) 0);
        length += padded;
    }

    /** Bytes as they are, without length and padding: the data of a stream. */
    public void writeRaw(byte[] data, int offset, int count) {
        room(count);
        System.arraycopy(data, offset, bytes, length, count);
        length += count;
    }

    public void writeUuid(UUID uuid) {
        writeHyper(uuid.getMostSignificantBits());
        writeHyper(uuid.getLeastSignificantBits());
    }

    public void writeString(String text, int max, String what) {
        writeOpaque(text.getBytes(StandardCharsets.UTF_8), max, what);
    }

    private void put(int position, int value) {
        bytes[position] = (byte) (value >>> 24);
        bytes[position + 1] = (byte) (value >>> 16);
        bytes[position + 2] = (byte) (value >>> 8);
        bytes[position + 3] = (byte) value;
    }

    private void room(int count) {
        long needed = (long) length + count;
        if (needed > limit) {
            throw new XdrException("the message would have more than the " + limit + " bytes the protocol allows");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(needed, 2L * bytes.length)));
        }
    }
}
