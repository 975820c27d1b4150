package org.innkeeper.core.xml;

import java.util.BitSet;

/** A set of small numbers as documents write it: {@code 0-3,^2,8}, for host CPUs, virtual CPUs and NUMA nodes. */
public final class NumberSet {
    private static final int GREATEST = 16_383;

    private NumberSet() {}

    /**
     * Reads a set; later members take away from or add to earlier ones.
     *
     * @throws IllegalArgumentException where it is no such set or has numbers beyond 16383
     */
    public static BitSet parse(String text) {
        BitSet set = new BitSet();
        for (String part : text.strip().split(",", -1)) {
            String member = part.strip();
            boolean without = member.startsWith("^");
            String range = without ? member.substring(1) : member;
            int dash = range.indexOf('-');
            int from = number(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : number(range.substring(dash + 1));
            if (to < from) {
                throw new IllegalArgumentException("no set of numbers: " + text);
            }
            set.set(from, to + 1, !without);
        }
        return set;
    }

    private static int number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > GREATEST) {
            throw new IllegalArgumentException("no small number: " + text);
        }
        return Integer.parseInt(digits);
    }
}
