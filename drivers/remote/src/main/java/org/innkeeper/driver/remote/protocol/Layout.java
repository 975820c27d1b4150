package org.innkeeper.driver.remote.protocol;

import java.util.List;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** Named fields in order: the arguments or results of a procedure, or a struct. Immutable, for any thread. */
public final class Layout implements XdrType {
    private final List<String> names;
    private final List<XdrType> types;

    Layout(List<String> names, List<XdrType> types) {
        this.names = List.copyOf(names);
        this.types = List.copyOf(types);
    }

    public List<String> names() {
        return names;
    }

    /**
     * Writes the fields.
     *
     * @param values one for each field, in order
     */
    public void writeFields(XdrWriter out, Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException(values.length + " values for the fields " + names);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !(types.get(i) instanceof OptionalType)) {
                throw new XdrException(names.get(i) + " is missing");
            }
            types.get(i).write(out, values[i], names.get(i));
        }
    }

    @Override
    public void write(XdrWriter out, Object value, String what) {
        writeFields(out, ((Values) value).toArray());
    }

    /** Reads the fields; bytes that follow them are left, as libvirt does. */
    @Override
    public Values read(XdrReader in) {
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = types.get(i).read(in);
        }
        return new Values(this, values);
    }

    @Override
    public int minimumSize() {
        int size = 0;
        for (XdrType type : types) {
            size += type.minimumSize();
        }
        return size;
    }
}
