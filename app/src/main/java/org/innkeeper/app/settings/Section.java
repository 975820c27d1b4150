package org.innkeeper.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** One object of the settings file, by name; a value of the wrong kind counts as missing. Safe for any thread. */
public final class Section {
    private final Settings settings;
    private final String name;

    Section(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    public Optional<String> text(String key) {
        JsonNode value = value(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    public OptionalDouble number(String key) {
        JsonNode value = value(key);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    public boolean flag(String key, boolean otherwise) {
        return value(key).asBoolean(otherwise);
    }

    /** The texts of a list; empty where there is none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        value(key).forEach(item -> {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        });
        return texts;
    }

    public boolean has(String key) {
        return !value(key).isMissingNode();
    }

    public void put(String key, String value) {
        change(section -> section.put(key, value));
    }

    public void put(String key, double value) {
        change(section -> section.put(key, value));
    }

    public void put(String key, boolean value) {
        change(section -> section.put(key, value));
    }

    public void put(String key, List<String> values) {
        change(section -> {
            ArrayNode list = section.putArray(key);
            values.forEach(list::add);
        });
    }

    public void remove(String key) {
        change(section -> section.remove(key));
    }

    /** A copy of the value, the missing node where there is none. */
    JsonNode value(String key) {
        synchronized (settings.lock()) {
            return settings.root().path(name).path(key).deepCopy();
        }
    }

    /** Changes the section under the lock; a change that changes nothing is not saved. */
    void change(Consumer<ObjectNode> change) {
        synchronized (settings.lock()) {
            JsonNode now = settings.root().get(name);
            JsonNode before = now == null ? null : now.deepCopy();
            ObjectNode section =
                    now instanceof ObjectNode object ? object : settings.root().putObject(name);
            change.accept(section);
            if (section.equals(before)) {
                return;
            }
        }
        settings.changed();
    }
}
