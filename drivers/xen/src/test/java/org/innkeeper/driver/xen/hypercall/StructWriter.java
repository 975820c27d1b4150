package org.innkeeper.driver.xen.hypercall;

import java.io.ByteArrayOutputStream;

/** Lays out a C structure for a 64-bit machine, member by member: each at a multiple of its size. */
final class StructWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int alignment = 1;

    StructWriter u8(long value) {
        return put(1, value);
    }

    StructWriter u16(long value) {
        return put(2, value);
    }

    StructWriter u32(long value) {
        return put(4, value);
    }

    StructWriter u64(long value) {
        return put(8, value);
    }

    StructWriter bytes(byte[] values) {
        bytes.writeBytes(values);
        return this;
    }

    StructWriter padding(int count) {
        return bytes(new byte[count]);
    }

    private StructWriter put(int size, long value) {
        align(size);
        alignment = Math.max(alignment, size);
        for (int i = 0; i < size; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
        return this;
    }

    private void align(int to) {
        while (bytes.size() % to != 0) {
            bytes.write(0);
        }
    }

    /** The structure, padded to a multiple of its alignment as in an array of it. */
    byte[] toBytes() {
        align(alignment);
        return bytes.toByteArray();
    }
}
