package org.innkeeper.core.xml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** The units in which documents give sizes, with libvirt's meaning: KB is 1000 bytes, KiB and k are 1024. */
public final class SizeUnit {
    private static final String LETTERS = "kmgtpe";
    private static final Map<String, BigInteger> BYTES =
            Map.of("b", BigInteger.ONE, "byte", BigInteger.ONE, "bytes", BigInteger.ONE);

    private SizeUnit() {}

    /**
     * How many bytes a unit is.
     *
     * @throws IllegalArgumentException where there is no such unit
     */
    public static BigInteger bytes(String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        BigInteger plain = BYTES.get(lower);
        if (plain != null) {
            return plain;
        }
        int power = lower.isEmpty() ? -1 : LETTERS.indexOf(lower.charAt(0)) + 1;
        String rest = lower.isEmpty() ? "" : lower.substring(1);
        if (power > 0 && (rest.isEmpty() || rest.equals("ib"))) {
            return BigInteger.valueOf(1024).pow(power);
        }
        if (power > 0 && rest.equals("b")) {
            return BigInteger.valueOf(1000).pow(power);
        }
        throw new IllegalArgumentException("no unit of size: " + unit);
    }
}
