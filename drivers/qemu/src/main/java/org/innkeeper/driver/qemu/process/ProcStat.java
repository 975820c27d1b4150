package org.innkeeper.driver.qemu.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux tells about a process or thread in its {@code stat} file.
 *
 * @param state such as R, S, D, T and Z
 * @param userTicks CPU time spent in user mode, clock ticks
 * @param systemTicks CPU time spent in the kernel, clock ticks
 * @param startTicks when it was started, clock ticks since the boot
 * @param residentPages pages of memory it holds
 * @param processor the CPU it ran on last
 */
public record ProcStat(
        char state, long userTicks, long systemTicks, long startTicks, long residentPages, int processor) {
    /** Clock ticks of a second; Linux shows 100 to programs on all architectures QEMU runs on. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int MAX_LENGTH = 4096;
    private static final int FIELD_STATE = 0;
    private static final int FIELD_USER = 11;
    private static final int FIELD_SYSTEM = 12;
    private static final int FIELD_START = 19;
    private static final int FIELD_RESIDENT = 21;
    private static final int FIELD_PROCESSOR = 36;

    /** The process, or empty where there is none (also where the system is not Linux). */
    public static Optional<ProcStat> ofProcess(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "stat"));
    }

    /** The thread of a process, or empty where there is none. */
    public static Optional<ProcStat> ofThread(long pid, long thread) {
        return read(Path.of("/proc", Long.toString(pid), "task", Long.toString(thread), "stat"));
    }

    private static Optional<ProcStat> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(MAX_LENGTH), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // The process ended, or there never was one: what the caller wants to know.
            return Optional.empty();
        }
    }

    static Optional<ProcStat> parse(String line) {
        // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
        int end = line.lastIndexOf(')');
        if (end < 0) {
            return Optional.empty();
        }
        String[] fields = line.substring(end + 1).trim().split(" ");
        if (fields.length <= FIELD_PROCESSOR || fields[FIELD_STATE].length() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcStat(
                    fields[FIELD_STATE].charAt(0),
                    Long.parseLong(fields[FIELD_USER]),
                    Long.parseLong(fields[FIELD_SYSTEM]),
                    Long.parseLong(fields[FIELD_START]),
                    Long.parseLong(fields[FIELD_RESIDENT]),
                    Integer.parseInt(fields[FIELD_PROCESSOR])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it has ended and only waits to be collected. */
    public boolean isDead() {
        return state == 'Z' || state == 'X';
    }

    /** CPU time used in user mode, nanoseconds. */
    public long userNanos() {
        return userTicks * (1_000_000_000L / TICKS_PER_SECOND);
    }

    /** CPU time used in the kernel, nanoseconds. */
    public long systemNanos() {
        return systemTicks * (1_000_000_000L / TICKS_PER_SECOND);
    }

    /** CPU time used, nanoseconds. */
    public long cpuNanos() {
        return userNanos() + systemNanos();
    }
}
