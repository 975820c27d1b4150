package org.innkeeper.core.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/**
 * A configuration file. Immutable: an edit gives a new one, in which everything but the edited value is written as before.
 * Where a setting stands several times, the first one counts.
 */
public final class ConfigFile {
    /** The largest file that is read: 10 MiB. */
    private static final long MAX_SIZE = 10L << 20;

    private final String fileName;
    private final List<ConfigEntry> entries;

    private ConfigFile(String fileName, List<ConfigEntry> entries) {
        this.fileName = fileName;
        this.entries = List.copyOf(entries);
    }

    /** A file without settings. */
    public static ConfigFile empty(String fileName) {
        return new ConfigFile(fileName, List.of());
    }

    /**
     * Reads a text.
     *
     * @param fileName for errors
     * @throws InnkeeperException {@code CONF_SYNTAX} with file, line and column
     */
    public static ConfigFile parse(String fileName, String text) {
        Objects.requireNonNull(fileName, "fileName");
        return new ConfigFile(fileName, new ConfigParser(fileName, text).parse());
    }

    /**
     * Reads a file of at most 10 MiB, in UTF-8.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} or {@code READ_FAILED} where it cannot be read, {@code CONF_SYNTAX}
     */
    public static ConfigFile read(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw unreadable(file, ErrorCode.READ_FAILED, "it is larger than " + MAX_SIZE + " bytes", null);
            }
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw unreadable(file, ErrorCode.READ_FAILED, "it is not UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, ErrorCode.OPEN_FAILED, e.toString(), e);
        }
    }

    private static InnkeeperException unreadable(Path file, ErrorCode code, String reason, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.CONF, "cannot read " + file + ": " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString())),
                cause);
    }

    /** The settings in order. */
    public List<String> names() {
        return entries.stream()
                .map(ConfigEntry::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public Optional<ConfigValue> value(String name) {
        return entries.stream()
                .filter(entry -> entry.isSetting(name))
                .map(ConfigEntry::value)
                .findFirst();
    }

    /**
     * The string of a setting.
     *
     * @throws InnkeeperException {@code CONF_SYNTAX} where it is something else
     */
    public Optional<String> string(String name) {
        return value(name).map(value -> {
            if (value instanceof ConfigValue.Text text) {
                return text.value();
            }
            throw wrongType(name, "a string in quotes");
        });
    }

    /**
     * The number of a setting.
     *
     * @throws InnkeeperException {@code CONF_SYNTAX} where it is something else, or does not fit a {@code long}
     */
    public OptionalLong number(String name) {
        Optional<ConfigValue> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (value.get() instanceof ConfigValue.Number number && number.value().bitLength() < Long.SIZE) {
            return OptionalLong.of(number.value().longValue());
        }
        throw wrongType(name, "a number below 2^63");
    }

    /**
     * The yes or no of a setting, written as 1 or 0.
     *
     * @throws InnkeeperException {@code CONF_SYNTAX} where it is something else
     */
    public Optional<Boolean> bool(String name) {
        OptionalLong number = number(name);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.getAsLong() != 0 && number.getAsLong() != 1) {
            throw wrongType(name, "0 or 1");
        }
        return Optional.of(number.getAsLong() == 1);
    }

    /**
     * The strings of a setting; a single string counts as a list of one.
     *
     * @throws InnkeeperException {@code CONF_SYNTAX} where it is something else
     */
    public Optional<List<String>> strings(String name) {
        return value(name).map(value -> {
            List<ConfigValue> items = value instanceof ConfigValue.Items list ? list.values() : List.of(value);
            List<String> texts = new ArrayList<>();
            for (ConfigValue item : items) {
                if (!(item instanceof ConfigValue.Text text)) {
                    throw wrongType(name, "a list of strings");
                }
                texts.add(text.value());
            }
            return List.copyOf(texts);
        });
    }

    private InnkeeperException wrongType(String name, String expected) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.CONF_SYNTAX, ErrorOrigin.CONF, fileName + ": " + name + " must be " + expected)
                        .withDetail(fileName));
    }

    /**
     * This file with another value of a setting, which is added at the end where it is missing. Where the setting has
     * that value already, it stays as it is written.
     */
    public ConfigFile with(String name, ConfigValue value) {
        if (!ConfigParser.isName(name)) {
            throw new IllegalArgumentException("no name of a setting: " + name);
        }
        return with(
                name,
                entry -> entry.value().equals(value) ? entry : entry.withValue(value),
                () -> ConfigEntry.setting(name, value));
    }

    /**
     * This file with a setting as it is written in another one.
     *
     * @throws IllegalArgumentException where it is missing there
     */
    public ConfigFile withSettingOf(ConfigFile other, String name) {
        ConfigEntry written = other.entries.stream()
                .filter(entry -> entry.isSetting(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + name + " in " + other.fileName));
        return with(name, entry -> written, () -> written);
    }

    private ConfigFile with(String name, UnaryOperator<ConfigEntry> change, Supplier<ConfigEntry> addition) {
        List<ConfigEntry> changed = new ArrayList<>(entries);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).isSetting(name)) {
                changed.set(i, change.apply(changed.get(i)));
                return new ConfigFile(fileName, changed);
            }
        }
        int last = changed.size() - 1;
        if (last >= 0 && !changed.get(last).endsLine()) {
            changed.set(last, changed.get(last).withLineEnd());
        }
        changed.add(addition.get());
        return new ConfigFile(fileName, changed);
    }

    /** This file without a setting, everywhere it stands. */
    public ConfigFile without(String name) {
        return new ConfigFile(
                fileName,
                entries.stream().filter(entry -> !entry.isSetting(name)).toList());
    }

    /** The file as it is written: what was not edited is as it was read. */
    public String text() {
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> out.append(entry.text()));
        return out.toString();
    }

    /** The file as libvirt writes it: one form for all values, no blank lines; comments stay. */
    public String canonical() {
        StringBuilder out = new StringBuilder();
        entries.forEach(entry -> out.append(entry.canonical()));
        return out.toString();
    }
}
