package org.innkeeper.core.config;

import java.util.Objects;

/**
 * One setting, or one comment, with all the text around it: the texts of all entries after each other are the file.
 *
 * @param name the setting, or null for a comment or white space alone
 * @param value its value, or null where there is no name
 * @param before what stands before the value
 * @param written the value as it is written
 * @param after what stands behind the value, up to the next entry
 * @param comment what follows {@code #} on the line, or null
 */
record ConfigEntry(String name, ConfigValue value, String before, String written, String after, String comment) {
    ConfigEntry {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(after, "after");
    }

    static ConfigEntry setting(String name, ConfigValue value) {
        return new ConfigEntry(name, value, name + " = ", value.format(), "\n", null);
    }

    boolean isSetting(String setting) {
        return setting.equals(name);
    }

    ConfigEntry withValue(ConfigValue newValue) {
        return new ConfigEntry(name, newValue, before, newValue.format(), after, comment);
    }

    String text() {
        return before + written + after;
    }

    boolean endsLine() {
        return text().endsWith("\n");
    }

    ConfigEntry withLineEnd() {
        return new ConfigEntry(name, value, before, written, after + "\n", comment);
    }

    /** As libvirt writes it; nothing for white space alone. */
    String canonical() {
        if (name == null) {
            return comment == null ? "" : "#" + comment + "\n";
        }
        return name + " = " + value.format() + (comment == null ? "" : " #" + comment) + "\n";
    }
}
