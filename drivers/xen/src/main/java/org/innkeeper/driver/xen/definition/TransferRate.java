package org.innkeeper.driver.xen.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit of what a guest may send, as Xen's tools write it: {@code 10240KB/s}, {@code 10Mb/s@20ms}. */
final class TransferRate {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})([GMK]?[Bb])?/s(@[0-9]+([mu]?s)?)?");

    private TransferRate() {}

    /** The rate in units of 1024 bytes per second, null where the text is none. */
    static Long kibibytes(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2);
        long bytes = Long.parseLong(matcher.group(1));
        long kibi =
                switch (unit.charAt(0)) {
                    case 'G' -> bytes * 1024 * 1024;
                    case 'M' -> bytes * 1024;
                    case 'K' -> bytes;
                    default -> bytes / 1024;
                };
        return unit.endsWith("b") ? kibi / 8 : kibi;
    }

    static String text(long kibibytes) {
        return kibibytes + "KB/s";
    }
}
