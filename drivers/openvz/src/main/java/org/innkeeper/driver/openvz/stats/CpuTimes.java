package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CPU time of containers, from the kernel's table {@code /proc/vz/vestat}. */
public final class CpuTimes {
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int SYSTEM_COLUMN = 3;

    private final Map<Integer, Time> times = new HashMap<>();

    /**
     * CPU time since the container was started, nanoseconds.
     *
     * @param user in its programs, those of lower priority too
     * @param system in the kernel for it
     */
    public record Time(long user, long system) {
        public long total() {
            return user + system;
        }
    }

    private CpuTimes() {}

    /** All running containers; empty where the kernel does not tell. */
    public static CpuTimes read(Path table) {
        CpuTimes all = new CpuTimes();
        ProcText.lines(table).forEach(all::add);
        return all;
    }

    /** VEID, user, nice, system in ticks, and more; lines of another form are headings. */
    private void add(String line) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length <= SYSTEM_COLUMN || !columns[0].matches("[1-9][0-9]{0,8}")) {
            return;
        }
        long user = ProcText.number(columns[1]);
        long nice = ProcText.number(columns[2]);
        long system = ProcText.number(columns[SYSTEM_COLUMN]);
        if (user >= 0 && nice >= 0 && system >= 0) {
            times.put(Integer.valueOf(columns[0]), new Time((user + nice) * NANOS_PER_TICK, system * NANOS_PER_TICK));
        }
    }

    public Optional<Time> of(int veid) {
        return Optional.ofNullable(times.get(veid));
    }
}
