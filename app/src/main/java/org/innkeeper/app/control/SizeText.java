package org.innkeeper.app.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/**
 * A size as people write it.
 *
 * @param number with a point and at most two decimals
 * @param unit KiB, MiB, GiB or TiB
 */
record SizeText(String number, String unit) {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

    /** The size in the largest of the units that needs at most two decimals. */
    static SizeText of(long kibibytes, List<String> units) {
        for (int i = units.size() - 1; i > 0; i--) {
            long factor = factor(units.get(i));
            if (kibibytes >= factor && kibibytes * 100 % factor == 0) {
                BigDecimal number = BigDecimal.valueOf(kibibytes).divide(BigDecimal.valueOf(factor));
                return new SizeText(number.stripTrailingZeros().toPlainString(), units.get(i));
            }
        }
        long smallest = factor(units.get(0));
        return new SizeText(
                BigDecimal.valueOf(kibibytes)
                        .divide(BigDecimal.valueOf(smallest))
                        .stripTrailingZeros()
                        .toPlainString(),
                units.get(0));
    }

    /** The size in KiB; empty where the text is no number of 0 or more, or too large a one. */
    static OptionalLong parse(String text, String unit) {
        try {
            BigDecimal number = new BigDecimal(text.strip().replace(',', '.'));
            if (number.signum() < 0 || number.precision() - number.scale() > 15 || Math.abs(number.scale()) > 15) {
                return OptionalLong.empty();
            }
            BigDecimal kibibytes = number.multiply(BigDecimal.valueOf(factor(unit)));
            return OptionalLong.of(kibibytes.longValue());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static long factor(String unit) {
        return 1L << (10 * UNITS.indexOf(unit));
    }
}
