package org.innkeeper.core.api;

import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as users write them: 32 hexadecimal digits, with or without dashes. */
final class UuidText {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    private UuidText() {}

    static boolean isValid(String text) {
        return text != null && DIGITS.matcher(text.replace("-", "")).matches();
    }

    static UUID parse(String text) {
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
