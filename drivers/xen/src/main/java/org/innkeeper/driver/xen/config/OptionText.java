package org.innkeeper.driver.xen.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Options in one string: {@code mac=00:16:3e:00:00:01,bridge=xenbr0}. */
public final class OptionText {
    private final StringJoiner text = new StringJoiner(",");

    /** None yet. */
    public OptionText() {}

    /** The options of a text; a word without {@code =} has the value "". Blanks around names and values do not count. */
    static Map<String, String> read(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).trim();
            if (!name.isEmpty()) {
                options.put(name, equals < 0 ? "" : part.substring(equals + 1).trim());
            }
        }
        return options;
    }

    /** Adds an option; one with the value null is left out. */
    public OptionText add(String name, Object value) {
        if (value != null) {
            text.add(name + "=" + value);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
