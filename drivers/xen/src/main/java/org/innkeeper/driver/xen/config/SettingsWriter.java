package org.innkeeper.driver.xen.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.driver.xen.definition.XenErrors;

/** Puts settings into a configuration file, in the order they are given; what is null is not put. */
public final class SettingsWriter {
    private final Set<String> written = new HashSet<>();
    private ConfigFile file;

    /** @param file what is written over */
    public SettingsWriter(ConfigFile file) {
        this.file = file;
    }

    private void put(String name, ConfigValue value) {
        file = file.with(name, value);
        written.add(name);
    }

    public void number(String name, long value) {
        put(name, ConfigValue.Number.of(value));
    }

    public void flag(String name, boolean value) {
        number(name, value ? 1 : 0);
    }

    /** A number that a definition gives as text. */
    void numberText(String name, String value) {
        if (value != null) {
            if (!value.matches("-?[0-9]{1,18}")) {
                throw XenErrors.unsupported(name + " must be a number, not '" + value + "'");
            }
            number(name, Long.parseLong(value));
        }
    }

    public void text(String name, String value) {
        if (value != null) {
            put(name, quoted(name, value));
        }
    }

    private static ConfigValue quoted(String name, String value) {
        try {
            return new ConfigValue.Text(value);
        } catch (IllegalArgumentException e) {
            throw XenErrors.unsupported(name + ": the text cannot be written, Xen's files have no way to quote it");
        }
    }

    /** A list of strings; nothing for an empty one. */
    public void texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            value(
                    name,
                    new ConfigValue.Items(
                            values.stream().map(value -> quoted(name, value)).toList()));
        }
    }

    public void value(String name, ConfigValue value) {
        if (value != null) {
            put(name, value);
        }
    }

    /** The file as it is now. */
    public ConfigFile file() {
        return file;
    }

    /** Those of the named settings that were not put. */
    Set<String> missing(Set<String> names) {
        Set<String> missing = new HashSet<>(names);
        missing.removeAll(written);
        return missing;
    }
}
