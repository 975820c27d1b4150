package org.innkeeper.driver.xen.config;

import java.util.ArrayList;
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

    /** A string, null where it is missing or empty, or a list: then it is in a form that no definition has words for. */
    String text(String name) {
        ConfigValue value = file.value(name).orElse(null);
        if (value instanceof ConfigValue.Number number) {
            return number.format();
        }
        return value instanceof ConfigValue.Text text && !text.value().isEmpty() ? text.value() : null;
    }

    boolean isList(String name) {
        return file.value(name).orElse(null) instanceof ConfigValue.Items;
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

    /** Whether a switch is on; a list switches on the parts it names. */
    boolean isOn(String name, boolean missing) {
        if (file.value(name).orElse(null) instanceof ConfigValue.Items parts) {
            return !parts.values().isEmpty();
        }
        return number(name, missing ? 1 : 0) != 0;
    }

    /** The strings of a list, numbers as such; empty where it is missing. */
    List<String> texts(String name) {
        ConfigValue value = file.value(name).orElse(null);
        List<ConfigValue> items =
                value instanceof ConfigValue.Items list ? list.values() : value == null ? List.of() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (ConfigValue item : items) {
            if (item instanceof ConfigValue.Items) {
                throw XenErrors.malformed(ErrorOrigin.XENXM, name + " must be a list of strings");
            }
            String text = item instanceof ConfigValue.Text string ? string.value() : item.format();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
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
