package org.innkeeper.driver.remote.protocol;

import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/**
 * A {@code byte[]}.
 *
 * @param size the most bytes, or exactly how many
 * @param fixed whether it always has that size, and so no length on the wire
 * @param characters whether each byte takes four on the wire, as XDR has it for {@code char}; else they are packed
 */
record BytesType(int size, boolean fixed, boolean characters) implements XdrType {
    @Override
    public void write(XdrWriter out, Object value, String what) {
        byte[] bytes = (byte[]) value;
        if (fixed && bytes.length != size) {
            throw new XdrException(what + " has " + bytes.length + " bytes, the protocol wants " + size);
        }
        if (!characters && fixed) {
            out.writeFixedOpaque(bytes);
        } else if (!characters) {
            out.writeOpaque(bytes, size, what);
        } else {
            if (!fixed) {
                out.writeCount(bytes.length, size, what);
            }
            for (byte character : bytes) {
                out.writeInt(character);
            }
        }
    }

    @Override
    public Object read(XdrReader in) {
        if (!characters) {
            return fixed ? in.readFixedOpaque(size) : in.readOpaque(size);
        }
        byte[] bytes = new byte[fixed ? size : in.readCount(size, 4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) in.readInt();
        }
        return bytes;
    }

    @Override
    public int minimumSize() {
        if (!fixed) {
            return 4;
        }
        return characters ? 4 * size : size + 3 & ~3;
    }
}
