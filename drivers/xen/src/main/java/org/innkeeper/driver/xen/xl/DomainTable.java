package org.innkeeper.driver.xen.xl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.part.DomainRecord;

/** The table that {@code xl list -v} prints. Names may hold blanks, so a line is read from its end. */
final class DomainTable {
    private static final Pattern ROW = Pattern.compile("(.*?)\\s+(\\d{1,5})\\s+(\\d{1,12})\\s+(\\d{1,6})\\s+([a-z-]{6})"
            + "\\s+(\\d{1,12})\\.(\\d)\\s+([0-9a-fA-F-]{36})\\s+(\\S+)(?:\\s.*)?");
    private static final String NAMELESS = "(null)";
    private static final long NANOS_PER_TENTH = 100_000_000L;
    /** Why a domain stopped: Xen's code for a crash. */
    private static final String CRASH = "3";

    private DomainTable() {}

    /** Every domain but those that are dying, ascending by id. */
    static List<DomainRecord> parse(String text) {
        List<DomainRecord> records = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                throw XenErrors.malformed(ErrorOrigin.XENXL, "xl list -v said '" + line + "', which is no domain");
            }
            if (row.group(5).indexOf('d') < 0) {
                records.add(record(row));
            }
        }
        records.sort(Comparator.comparingInt(DomainRecord::id));
        return records;
    }

    private static DomainRecord record(Matcher row) {
        String name = row.group(1).strip();
        long tenths = Long.parseLong(row.group(6)) * 10 + Long.parseLong(row.group(7));
        return DomainRecord.of(Integer.parseInt(row.group(2)))
                .name(name.isEmpty() || name.equals(NAMELESS) ? null : name)
                .uuid(UUID.fromString(row.group(8)))
                .memory(Long.parseLong(row.group(3)) * 1024)
                .vcpus(Integer.parseInt(row.group(4)))
                .state(state(row.group(5), row.group(9)))
                .cpuTime(tenths * NANOS_PER_TENTH)
                .build();
    }

    /** @param letters running, blocked, paused, shut down, crashed, dying; each at its place or a dash */
    private static DomainState state(String letters, String reason) {
        if (letters.indexOf('c') >= 0 || letters.indexOf('s') >= 0 && reason.equals(CRASH)) {
            return DomainState.CRASHED;
        }
        if (letters.indexOf('s') >= 0) {
            return DomainState.SHUTTING_DOWN;
        }
        if (letters.indexOf('p') >= 0) {
            return DomainState.PAUSED;
        }
        // One that waits for its turn on a CPU has no letter.
        return letters.indexOf('b') >= 0 ? DomainState.BLOCKED : DomainState.RUNNING;
    }
}
