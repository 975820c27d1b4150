package org.innkeeper.driver.qemu.stats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.model.InterfaceStats;

/** Counters of the host's network interfaces, from one reading of {@code /proc/net/dev}. */
final class InterfaceCounters {
    private static final Path FILE = Path.of("/proc/net/dev");
    private static final int FIELDS = 16;
    private static final int TX = 8;

    private final Map<String, InterfaceStats> byName = new HashMap<>();

    private InterfaceCounters() {}

    static InterfaceCounters read() {
        try {
            return parse(Files.readAllLines(FILE, StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Only Linux has the file; elsewhere there are no taps either.
            return new InterfaceCounters();
        }
    }

    static InterfaceCounters parse(List<String> lines) {
        InterfaceCounters counters = new InterfaceCounters();
        for (String line : lines) {
            int colon = line.lastIndexOf(':');
            String[] fields = line.substring(colon + 1).trim().split("\\s+");
            if (colon > 0 && fields.length >= FIELDS) {
                counters.add(line.substring(0, colon).trim(), fields);
            }
        }
        return counters;
    }

    /** What the host's end received is what the guest sent, and the other way round. */
    private void add(String name, String[] fields) {
        long[] values = new long[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            try {
                values[i] = Long.parseLong(fields[i]);
            } catch (NumberFormatException e) {
                return;
            }
        }
        byName.put(
                name,
                new InterfaceStats(
                        values[TX],
                        values[TX + 1],
                        values[TX + 2],
                        values[TX + 3],
                        values[0],
                        values[1],
                        values[2],
                        values[3]));
    }

    /** The counters of an interface as the guest sees them, or null where the host has no such interface. */
    InterfaceStats of(String name) {
        return byName.get(name);
    }
}
