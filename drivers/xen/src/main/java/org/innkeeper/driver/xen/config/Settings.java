package org.innkeeper.driver.xen.config;

import java.util.List;
import java.util.OptionalLong;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.config.ConfigValue;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.definition.XenErrors;

/** A configuration file as Xen's tools read it: numbers may be written as strings, and one string for a list. */
final class Settings {
    private final ConfigFile file;

    Settings(ConfigFile file) {
        this.file = file;
    }

    boolean has(String name) {
        return file.value(name).isPresent();
    }

    /** A string, null where it is missing or empty. */
    String text(String name) {
        ConfigValue value = file.value(name).orElse(null);
        if (value instanceof ConfigValue.Number number) {
            return number.format();
        }
        return file.string(name).filter(text -> !text.isEmpty()).orElse(null);
    }

    long number(String name, long missing) {
        if (file.value(name).orElse(null) instanceof ConfigValue.Text text) {
            try {
                return Long.parseLong(text.value().trim());
            } catch (NumberFormatException e) {
                throw XenErrors.malformed(ErrorOrigin.XENXM, name + " must be a number, not '" + text.value() + "'");
            }
        }
        OptionalLong number = file.number(name);
        return number.isPresent() ? number.getAsLong() : missing;
    }

    boolean isOn(String name, boolean missing) {
        return number(name, missing ? 1 : 0) != 0;
    }

    /** The strings of a list; empty where it is missing. */
    List<String> texts(String name) {
        return file.strings(name).orElse(List.of()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The lists in a list; empty where it is missing. */
    List<ConfigValue.Items> lists(String name) {
        if (!(file.value(name).orElse(null) instanceof ConfigValue.Items items)) {
            return List.of();
        }
        return items.values().stream()
                .filter(ConfigValue.Items.class::isInstance)
                .map(ConfigValue.Items.class::cast)
                .toList();
    }
}
