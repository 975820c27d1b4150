package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.innkeeper.core.model.InterfaceStats;

/** Counters of network devices, from {@code /proc/net/dev}, always as the container sees them. */
public final class InterfaceCounters {
    private static final int COLUMNS = 16;

    private final Map<String, InterfaceStats> counters = new HashMap<>();

    private InterfaceCounters() {}

    /** @param proc the root of the process file system */
    public static InterfaceCounters read(Path proc) {
        return read(proc, true);
    }

    /** @param process the directory of a process of a container, below which its own devices are counted */
    public static InterfaceCounters inside(Path process) {
        return read(process, false);
    }

    private static InterfaceCounters read(Path directory, boolean otherEnd) {
        InterfaceCounters all = new InterfaceCounters();
        ProcText.lines(directory.resolve("net/dev")).forEach(line -> all.add(line, otherEnd));
        return all;
    }

    /**
     * Eight counters of what a device received, and eight of what it sent.
     *
     * @param otherEnd whether what it received is what the container sent
     */
    private void add(String line, boolean otherEnd) {
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
        InterfaceStats stats = otherEnd
                ? new InterfaceStats(n[8], n[9], n[10], n[11], n[0], n[1], n[2], n[3])
                : new InterfaceStats(n[0], n[1], n[2], n[3], n[8], n[9], n[10], n[11]);
        counters.put(line.substring(0, colon).strip(), stats);
    }

    /** @param device its name on the host */
    public Optional<InterfaceStats> of(String device) {
        return Optional.ofNullable(counters.get(device));
    }
}
