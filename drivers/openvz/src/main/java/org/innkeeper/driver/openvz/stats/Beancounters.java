package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What containers hold of the host's resources, from the kernel's table {@code /proc/user_beancounters}. */
public final class Beancounters {
    private static final Pattern ROW =
            Pattern.compile("\\s*(?:(\\d{1,9}):)?\\s*([a-z]\\w*)\\s+(\\d{1,19})(?:\\s+\\d+)+\\s*");

    private final Map<Integer, Map<String, Long>> held = new HashMap<>();

    private Beancounters() {}

    /** All running containers; empty where the kernel does not tell. */
    public static Beancounters read(Path table) {
        Beancounters all = new Beancounters();
        Map<String, Long> current = null;
        for (String line : ProcText.lines(table)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            if (row.group(1) != null) {
                current = all.held.computeIfAbsent(Integer.valueOf(row.group(1)), id -> new HashMap<>());
            }
            long number = ProcText.number(row.group(3));
            if (current != null && number >= 0) {
                current.put(row.group(2), number);
            }
        }
        return all;
    }

    /** How much of a resource a container holds now, in the resource's own unit; empty where it is not told. */
    public OptionalLong held(int veid, String resource) {
        Long number = held.getOrDefault(veid, Map.of()).get(resource);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
