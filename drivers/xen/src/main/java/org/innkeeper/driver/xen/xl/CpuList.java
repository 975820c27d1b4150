package org.innkeeper.driver.xen.xl;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.driver.xen.definition.XenErrors;

/** CPUs as xl prints them: {@code all}, {@code 0-3,8}. */
final class CpuList {
    /** More than any host has. */
    private static final int MOST = 1 << 16;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    private CpuList() {}

    /** @param cpus how many the host has */
    static CpuMap parse(String text, int cpus) {
        if (text.equals("all")) {
            return CpuMap.firstCpus(cpus);
        }
        BitSet set = new BitSet();
        for (String part : text.split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw XenErrors.malformed(ErrorOrigin.XENXL, "xl said '" + text + "' where CPUs are expected");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            set.set(Math.min(first, MOST), Math.min(last, MOST) + 1);
        }
        return CpuMap.ofBytes(set.toByteArray());
    }
}
