package org.innkeeper.driver.remote.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** A {@code List} of values of one type, of at most {@code limit} elements. */
record ListType(XdrType type, int limit) implements XdrType {
    @Override
    public void write(XdrWriter out, Object value, String what) {
        List<?> list = (List<?>) value;
        out.writeCount(list.size(), limit, what);
        for (Object element : list) {
            type.write(out, element, what);
        }
    }

    @Override
    public Object read(XdrReader in) {
        int count = in.readCount(limit, type.minimumSize());
        List<Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(type.read(in));
        }
        return Collections.unmodifiableList(list);
    }

    @Override
    public int minimumSize() {
        return 4;
    }
}
