package org.innkeeper.driver.openvz.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * The configuration file of one container: lines {@code KEY="value"} and comments. Where several lines have one key, the
 * first that says something counts: it is the one that {@code vzctl set --save} replaces. As {@code vzctl} does, a
 * value whose quote is not closed is taken to the end of its line, a quote within a value does not end it, and a backslash
 * stands for the character behind it. What the tools have no key for stands in comments of the form {@code #TAG: value},
 * the UUID first of all, as libvirt writes it. Immutable.
 */
public final class ContainerConfig {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern REST = Pattern.compile("\\s*(#.*)?");
    private static final Pattern UNQUOTED = Pattern.compile("([^\\s\"'#]*(?:#\\S*)?)" + REST);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final String UUID_TAG = "UUID";

    private final String fileName;
    private final List<String> lines;
    private final Map<String, String> values;

    private ContainerConfig(String fileName, List<String> lines) {
        this.fileName = fileName;
        this.lines = List.copyOf(lines);
        values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), i + 1);
        }
    }

    /**
     * Reads a file's text.
     *
     * @param fileName for messages
     * @throws InnkeeperException {@code CONF_SYNTAX} with the line (int1) where a line is neither
     */
    public static ContainerConfig parse(String fileName, String text) {
        return new ContainerConfig(fileName, text.lines().toList());
    }

    private void read(String line, int number) {
        String content = line.strip();
        if (content.isEmpty() || content.startsWith("#")) {
            return;
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            throw syntax(number, "KEY=\"value\" or a comment is expected");
        }
        String value = value(assignment.group(2), number);
        if (values.getOrDefault(assignment.group(1), "").isEmpty()) {
            values.put(assignment.group(1), value);
        }
    }

    private String value(String text, int number) {
        if (!text.startsWith("\"") && !text.startsWith("'")) {
            Matcher plain = UNQUOTED.matcher(text);
            if (!plain.matches()) {
                throw syntax(number, "a value with white space or quotes in it must stand in quotes");
            }
            return unescaped(plain.group(1));
        }
        char quote = text.charAt(0);
        int end = closing(text, quote);
        if (end == 0) {
            return unescaped(text.substring(1));
        }
        if (!REST.matcher(text.substring(end + 1)).matches()) {
            throw syntax(number, "only a comment may follow the closing quote");
        }
        return quote == '"' ? unescaped(text.substring(1, end)) : text.substring(1, end);
    }

    /** The first quote that nothing but a comment follows, else the last one; 0 where there is none. */
    private static int closing(String text, char quote) {
        int last = 0;
        for (int i = 1; i < text.length(); i++) {
            if (quote == '"' && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                last = i;
                if (REST.matcher(text.substring(i + 1)).matches()) {
                    return i;
                }
            }
        }
        return last;
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPED.matcher(text).replaceAll("$1");
    }

    private InnkeeperException syntax(int number, String problem) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.CONF_SYNTAX, ErrorOrigin.OPENVZ, fileName + ", line " + number + ": " + problem)
                        .withDetail(fileName)
                        .withNumbers(number, 0)
                        .withRemedy("Correct the line"));
    }

    /** The value of a key; empty where the file does not have it. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The words of a value, which are separated by white space. */
    public List<String> words(String key) {
        String text = values.getOrDefault(key, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** What the comments {@code #TAG: value} say, in their order. */
    public List<String> comments(String tag) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> isComment(line, tag))
                .map(line -> line.substring(tag.length() + 2).strip())
                .toList();
    }

    /** What a comment {@code #TAG: value} says, the last one where there are several. */
    public Optional<String> comment(String tag) {
        List<String> all = comments(tag);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static boolean isComment(String line, String tag) {
        return line.startsWith("#" + tag + ":");
    }

    /** The UUID of the container; empty where the file tells none or no valid one. */
    public Optional<UUID> uuid() {
        return comment(UUID_TAG).flatMap(ContainerConfig::parseUuid);
    }

    private static Optional<UUID> parseUuid(String text) {
        String digits = text.replace("-", "");
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16)));
    }

    public ContainerConfig withUuid(UUID uuid) {
        return withComment(UUID_TAG, uuid.toString());
    }

    /**
     * The same file with one comment of that tag at its end, or with none; every other line stays as it is.
     *
     * @param value null for none; without line ends
     */
    public ContainerConfig withComment(String tag, String value) {
        return withComments(tag, value == null ? List.of() : List.of(value));
    }

    /**
     * The same file with these comments of that tag at its end and no others; where it has them already, it stays as it is.
     *
     * @param values without line ends
     */
    public ContainerConfig withComments(String tag, List<String> values) {
        if (values.equals(comments(tag))) {
            return this;
        }
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> isComment(line.strip(), tag));
        values.forEach(value -> changed.add("#" + tag + ": " + value));
        return new ContainerConfig(fileName, changed);
    }

    /**
     * The same file with one line for a key, where its first one stood or at the end, or with none; every other line stays.
     *
     * @param value null for none; without line ends, quotes and backslashes
     */
    public ContainerConfig withValue(String key, String value) {
        List<String> changed = new ArrayList<>();
        boolean done = value == null;
        for (String line : lines) {
            Matcher assignment = ASSIGNMENT.matcher(line);
            if (!assignment.matches() || !assignment.group(1).equals(key)) {
                changed.add(line);
            } else if (!done) {
                changed.add(key + "=\"" + value + "\"");
                done = true;
            }
        }
        if (!done) {
            changed.add(key + "=\"" + value + "\"");
        }
        return new ContainerConfig(fileName, changed);
    }

    /** The whole file. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
