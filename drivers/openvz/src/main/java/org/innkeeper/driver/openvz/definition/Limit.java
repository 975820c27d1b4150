package org.innkeeper.driver.openvz.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * A resource limit as configuration files give it, {@code barrier:limit}; one number alone is both. A number may have a
 * fraction and a letter: B, K, M, G, T, or P for pages.
 *
 * @param barrier above it requests may fail
 * @param limit above it they do; {@link #UNLIMITED} where there is none
 */
public record Limit(long barrier, long limit) {
    /** What stands for no limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** The size of the pages memory is counted in, bytes. */
    public static final int PAGE = 4096;

    /** The unit of disk space, bytes. */
    public static final int KIB = 1024;

    /** Hosts of 32 bits write their greatest number of pages for no limit. */
    private static final long UNLIMITED_32 = Integer.MAX_VALUE;

    /** Hosts of 64 bits do the same, before or after they count pages. */
    private static final long UNLIMITED_64 = Long.MAX_VALUE / PAGE;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,19}(?:\\.\\d{0,19})?)([bkmgtp]?)");

    /**
     * The limit under a key; empty where the file has none or one that cannot be read.
     *
     * @param unit what a number without a letter counts, bytes
     */
    public static Optional<Limit> of(ContainerConfig config, String key, int unit) {
        String[] parts = config.value(key).orElse("").split(":", -1);
        if (parts.length > 2) {
            return Optional.empty();
        }
        Optional<Long> barrier = number(parts[0], unit);
        Optional<Long> limit = parts.length == 2 ? number(parts[1], unit) : barrier;
        return barrier.isPresent() && limit.isPresent()
                ? Optional.of(new Limit(barrier.get(), limit.get()))
                : Optional.empty();
    }

    private static Optional<Long> number(String text, int unit) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("unlimited")) {
            return Optional.of(UNLIMITED);
        }
        Matcher matcher = NUMBER.matcher(lower);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (!matcher.group(2).isEmpty()) {
            number = number.multiply(BigDecimal.valueOf(bytes(matcher.group(2))))
                    .divide(BigDecimal.valueOf(unit), RoundingMode.DOWN);
        }
        boolean none = number.compareTo(BigDecimal.valueOf(UNLIMITED_64)) >= 0
                || unit == PAGE && number.compareTo(BigDecimal.valueOf(UNLIMITED_32)) == 0;
        return Optional.of(none ? UNLIMITED : number.longValue());
    }

    private static long bytes(String letter) {
        return switch (letter) {
            case "b" -> 1;
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            case "t" -> 1L << 40;
            default -> PAGE;
        };
    }

    public boolean isLimited() {
        return limit < UNLIMITED;
    }

    /** As vzctl takes it. */
    public String parameter() {
        return text(barrier) + ":" + text(limit);
    }

    private static String text(long number) {
        return number == UNLIMITED ? "unlimited" : Long.toString(number);
    }
}
