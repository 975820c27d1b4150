package org.innkeeper.driver.qemu.process;

import java.util.BitSet;
import java.util.Optional;
import org.innkeeper.core.model.CpuMap;

/** Sets of CPUs as Linux and definitions write them: {@code 0-3,8} and {@code 0-7,^2}. */
public final class CpuSets {
    private static final int MAX_CPU = 1 << 16;

    private CpuSets() {}

    /** The set, or empty where the text is none. */
    public static Optional<CpuMap> parse(String text) {
        BitSet cpus = new BitSet();
        for (String part : text.split(",", -1)) {
            String range = part.strip();
            boolean without = range.startsWith("^");
            String[] ends = (without ? range.substring(1) : range).split("-", 2);
            int first = number(ends[0]);
            int last = ends.length == 2 ? number(ends[1]) : first;
            if (first < 0 || last < first) {
                return Optional.empty();
            }
            cpus.set(first, last + 1, !without);
        }
        return cpus.isEmpty() ? Optional.empty() : Optional.of(CpuMap.ofBytes(cpus.toByteArray()));
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) < MAX_CPU ? Integer.parseInt(text) : -1;
    }
}
