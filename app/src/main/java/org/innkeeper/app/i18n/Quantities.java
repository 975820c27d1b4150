package org.innkeeper.app.i18n;

import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers for people: three digits and a unit, the same everywhere. What is not known (NaN, or a negative size) is a
 * dash.
 */
public final class Quantities {
    /** Stands where there is no value. */
    public static final String ABSENT = "–";

    private static final String SPACE = "\u202f";
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final String[] DECIMAL = {"B/s", "kB/s", "MB/s", "GB/s", "TB/s"};
    private static final String POINT =
            String.valueOf(DecimalFormatSymbols.getInstance().getDecimalSeparator());

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Quantities() {}

    /** A share of 0 to 1 as percent: {@code 34 %}, below one {@code 0.4 %}. */
    public static String percent(double share) {
        if (Double.isNaN(share) || share < 0) {
            return ABSENT;
        }
        double percent = share * 100;
        return (percent > 0.05 && percent < 0.95 ? tenths(percent) : Long.toString(Math.round(percent))) + SPACE + "%";
    }

    /** An amount of KiB: {@code 512 MiB}, {@code 2.1 GiB}. */
    public static String kibibytes(long kib) {
        return kib < 0 ? ABSENT : scaled(kib, 1024, BINARY, 1);
    }

    /** A number of bytes: {@code 20 GiB}. */
    public static String bytes(long bytes) {
        return bytes < 0 ? ABSENT : scaled(bytes, 1024, BINARY, 0);
    }

    /** Bytes per second: {@code 80 kB/s}; nothing at all is {@code 0 B/s}. */
    public static String rate(double bytesPerSecond) {
        return Double.isNaN(bytesPerSecond) || bytesPerSecond < 0 ? ABSENT : scaled(bytesPerSecond, 1000, DECIMAL, 0);
    }

    /** A time span in its largest unit: {@code 5 s}, {@code 2 min}, {@code 3 h}, {@code 4 d}. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + SPACE + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + SPACE + "min";
        }
        return seconds < 86_400 ? seconds / 3600 + SPACE + "h" : seconds / 86_400 + SPACE + "d";
    }

    /** A moment in the time of this machine: {@code 2026-11-22 14:20}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** A day in the time of this machine: {@code 2026-11-22}. */
    public static String day(Instant moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static String scaled(double value, int base, String[] units, int unit) {
        double rest = value;
        int at = unit;
        while (Math.round(rest) >= 1000 && at < units.length - 1) {
            rest /= base;
            at++;
        }
        boolean whole = at == 0 || rest >= 9.95 || rest == Math.rint(rest);
        return (whole ? Long.toString(Math.round(rest)) : tenths(rest)) + SPACE + units[at];
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + POINT + tenths % 10;
    }
}
