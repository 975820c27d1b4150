package org.innkeeper.driver.qemu.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The properties of a device, a block node or a back end, in order. */
final class Props {
    private static final ObjectMapper JSON = new JsonMapper();

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Props of(String key, Object value) {
        return new Props().put(key, value);
    }

    /** Adds a property; null is an explicit null. */
    Props put(String key, Object value) {
        values.put(key, value instanceof Props props ? props.values : value);
        return this;
    }

    /** Adds a property unless the value is null. */
    Props putIfSet(String key, Object value) {
        return value == null ? this : put(key, value);
    }

    /** Adds a property that the emulator wants as the words {@code on} and {@code off}. */
    Props putSwitch(String key, Boolean flag) {
        return flag == null ? this : put(key, flag ? "on" : "off");
    }

    Props putAll(Props others) {
        values.putAll(others.values);
        return this;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Object get(String key) {
        return values.get(key);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values cannot fail to be written", e);
        }
    }

    /** In the form of emulators that do not read JSON here: the first value bare, nested ones with a dotted key. */
    String toOption() {
        OptionValue option = null;
        for (Map.Entry<String, Object> each : values.entrySet()) {
            if (option == null) {
                option = OptionValue.of(String.valueOf(each.getValue()));
            } else {
                add(option, each.getKey(), each.getValue());
            }
        }
        return option == null ? "" : option.toString();
    }

    private static void add(OptionValue option, String key, Object value) {
        if (value instanceof Map<?, ?> nested) {
            nested.forEach((name, inner) -> add(option, key + "." + name, inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(option, key + "." + i, list.get(i));
            }
        } else if (value instanceof Boolean flag) {
            option.withSwitch(key, flag);
        } else if (value != null) {
            option.with(key, value);
        }
    }

    @Override
    public String toString() {
        return toJson();
    }
}
