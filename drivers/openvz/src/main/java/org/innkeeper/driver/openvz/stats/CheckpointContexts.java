package org.innkeeper.driver.openvz.stats;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Containers that are neither running nor gone, from the kernel's tables of checkpoints: {@code /proc/cpt} has those whose
 * processes were frozen, {@code /proc/rst} those that were restored and do not run yet. A table has a line of headings, then
 * one of address, number, VEID and state for each.
 */
public final class CheckpointContexts {
    private static final Pattern ROW =
            Pattern.compile("\\s*\\S+\\s+[0-9a-f]+\\s+([1-9][0-9]{0,9})\\s+(-?[0-9]{1,3})\\s*");
    private static final int SUSPENDED = 2;
    private static final int UNDUMPED = 5;

    private final Set<Integer> frozen;
    private final Set<Integer> restored;

    private CheckpointContexts(Set<Integer> frozen, Set<Integer> restored) {
        this.frozen = frozen;
        this.restored = restored;
    }

    /** @param proc the root of the process file system */
    public static CheckpointContexts read(Path proc) {
        return new CheckpointContexts(read(proc.resolve("cpt"), SUSPENDED), read(proc.resolve("rst"), UNDUMPED));
    }

    private static Set<Integer> read(Path table, int wanted) {
        Set<Integer> found = new HashSet<>();
        for (String line : ProcText.lines(table)) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && Integer.parseInt(row.group(2)) == wanted) {
                found.add((int) ProcText.number(row.group(1)));
            }
        }
        return found;
    }

    public boolean isFrozen(int veid) {
        return frozen.contains(veid);
    }

    public boolean isRestored(int veid) {
        return restored.contains(veid);
    }
}
