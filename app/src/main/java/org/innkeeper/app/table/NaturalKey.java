package org.innkeeper.app.table;

import java.text.Collator;
import java.util.Arrays;

/**
 * A text's place among others the way people count: {@code web-2} before {@code web-10}, upper and lower case together.
 * Made once per text, so that comparing is cheap.
 */
final class NaturalKey implements Comparable<NaturalKey> {
    private static final int DIGITS = 18;
    private final byte[] bytes;

    private NaturalKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static NaturalKey of(String text, Collator collator) {
        StringBuilder padded = new StringBuilder(text.length() + DIGITS);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                padded.append(c);
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            padded.append("0".repeat(Math.max(0, DIGITS - (end - i)))).append(text, i, end);
            i = end;
        }
        return new NaturalKey(collator.getCollationKey(padded.toString()).toByteArray());
    }

    @Override
    public int compareTo(NaturalKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NaturalKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
