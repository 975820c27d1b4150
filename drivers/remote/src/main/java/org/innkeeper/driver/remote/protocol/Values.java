package org.innkeeper.driver.remote.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a {@link Layout}, asked for by the name of the field. Immutable. */
public final class Values {
    private final Layout layout;
    private final Object[] values;

    Values(Layout layout, Object[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** The value of a field, null where an optional one is absent. */
    public Object get(String field) {
        int index = layout.names().indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("no field " + field + " among " + layout.names());
        }
        return values[index];
    }

    /** The value of the only field. */
    public Object only() {
        if (values.length != 1) {
            throw new IllegalStateException("there are the fields " + layout.names());
        }
        return values[0];
    }

    public int integer(String field) {
        return ((Number) get(field)).intValue();
    }

    public long number(String field) {
        return ((Number) get(field)).longValue();
    }

    public String text(String field) {
        return (String) get(field);
    }

    public byte[] bytes(String field) {
        return (byte[]) get(field);
    }

    /** @param type of the elements */
    public <T> List<T> list(String field, Class<T> type) {
        List<?> list = (List<?>) get(field);
        for (Object element : list) {
            type.cast(element);
        }
        @SuppressWarnings("unchecked")
        List<T> checked = (List<T>) list;
        return checked;
    }

    /** The fields that are not structs, under their names. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !(values[i] instanceof Values)) {
                map.put(layout.names().get(i), values[i]);
            }
        }
        return map;
    }

    Object[] toArray() {
        return values;
    }
}
