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
 * The configuration file of one container: lines {@code KEY="value"}, of which the last one of a key counts, and
 * comments. As {@code vzctl} does, a value whose quote is not closed is taken to the end of its line. What the tools have
 * no key for stands in comments of the form {@code #TAG: value}, the UUID first of all, as libvirt writes it. Immutable.
 */
public final class ContainerConfig {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern REST = Pattern.compile("\\s*(#.*)?");
    private static final Pattern UNQUOTED = Pattern.compile("([^\\s\"'#]*)" + REST);
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
        values.put(assignment.group(1), value(assignment.group(2), number));
    }

    private String value(String text, int number) {
        if (!text.startsWith("\"") && !text.startsWith("'")) {
            Matcher plain = UNQUOTED.matcher(text);
            if (!plain.matches()) {
                throw syntax(number, "a value with white space or quotes in it must stand in quotes");
            }
            return plain.group(1);
        }
        int end = text.indexOf(text.charAt(0), 1);
        if (end < 0) {
            return text.substring(1);
        }
        if (!REST.matcher(text.substring(end + 1)).matches()) {
            throw syntax(number, "only a comment may follow the closing quote");
        }
        return text.substring(1, end);
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

    /** What a comment {@code #TAG: value} says, the last one where there are several. */
    public Optional<String> comment(String tag) {
        String found = null;
        for (String line : lines) {
            String content = line.strip();
            if (isComment(content, tag)) {
                found = content.substring(tag.length() + 2).strip();
            }
        }
        return Optional.ofNullable(found);
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
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> isComment(line.strip(), tag));
        if (value != null) {
            changed.add("#" + tag + ": " + value);
        }
        return new ContainerConfig(fileName, changed);
    }

    /** The whole file. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
