package org.innkeeper.driver.xen.definition;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.model.CpuMap;

/** CPUs of the host as definitions and Xen's files both write them: {@code 0-3,8,^2}. */
public final class CpuSetText {
    /** More than any host has. */
    private static final int MOST = 1 << 16;

    private static final Pattern PART = Pattern.compile("(\\^)?(\\d{1,5})(?:-(\\d{1,5}))?");

    private CpuSetText() {}

    /**
     * The set in libvirt's form; null where the text names no numbers alone, as {@code all} and {@code nodes:0-1}, which
     * a definition has no words for.
     */
    public static String normal(String text) {
        BitSet set = new BitSet();
        for (String part : text.split(",")) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return null;
            }
            int first = Integer.parseInt(matcher.group(2));
            int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
            if (last < first || last >= MOST) {
                return null;
            }
            set.set(first, last + 1, matcher.group(1) == null);
        }
        return set.isEmpty() ? null : CpuMap.ofBytes(set.toByteArray()).toString();
    }
}
