package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.model.InterfaceStats;

/** Counters of the host's network devices, from {@code /proc/net/dev}, as the container at the other end sees them. */
public final class InterfaceCounters {
    private static final int COLUMNS = 16;

    private final Map<String, InterfaceStats> counters = new HashMap<>();

    private InterfaceCounters() {}

    /** @param proc the root of the process file system */
    public static InterfaceCounters read(Path proc) {
        InterfaceCounters all = new InterfaceCounters();
        ProcText.lines(proc.resolve("net/dev")).forEach(all::add);
        return all;
    }

    /** Eight counters of what the host received, which the container sent, and eight of what it sent. */
    private void add(String line) {
        int colon = line.lastIndexOf(':');
        if (colon < 0) {
            return;
        }
        String[] columns = line.substring(colon + 1).strip().split("\\s+");
        if (columns.length < COLUMNS) {
            return;
        }
        long[] n = new long[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            n[i] = ProcText.number(columns[i]);
        }
        counters.put(
                line.substring(0, colon).strip(), new InterfaceStats(n[8], n[9], n[10], n[11], n[0], n[1], n[2], n[3]));
    }

    /** @param device its name on the host */
    public Optional<InterfaceStats> of(String device) {
        return Optional.ofNullable(counters.get(device));
    }
}
