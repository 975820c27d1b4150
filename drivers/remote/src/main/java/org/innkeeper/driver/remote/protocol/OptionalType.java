package org.innkeeper.driver.remote.protocol;

import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** A value that may be absent, null in Java. */
record OptionalType(XdrType type) implements XdrType {
    @Override
    public void write(XdrWriter out, Object value, String what) {
        out.writeInt(value == null ? 0 : 1);
        if (value != null) {
            type.write(out, value, what);
        }
    }

    @Override
    public Object read(XdrReader in) {
        return in.readPresence() ? type.read(in) : null;
    }

    @Override
    public int minimumSize() {
        return 4;
    }
}
