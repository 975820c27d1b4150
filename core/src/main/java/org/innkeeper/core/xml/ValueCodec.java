package org.innkeeper.core.xml;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a value is written in a document.
 *
 * @param type the type of the value
 * @param expected what a text must be, for the message where it is not
 * @param choices the values that make sense, empty where anything goes
 * @param decode from the trimmed text; throws IllegalArgumentException where it is no such value
 * @param encode to the text, given the text that stands there now or null, whose style is kept
 * @param <T> the type of the value
 */
record ValueCodec<T>(
        Class<T> type,
        String expected,
        List<T> choices,
        Function<String, T> decode,
        BiFunction<T, String, String> encode) {
    static final ValueCodec<String> TEXT =
            new ValueCodec<>(String.class, "a text", List.of(), Function.identity(), (value, present) -> value);
    static final ValueCodec<Long> NUMBER = longs("", "a whole number from 0", 0);
    static final ValueCodec<Long> HEX_64 = longs("0x", "a whole number from 0", Long.MIN_VALUE);
    static final ValueCodec<Long> SIGNED_NUMBER = longs("", "a whole number", Long.MIN_VALUE);
    static final ValueCodec<Integer> INTEGER = integers("", "a whole number from 0", 0);
    static final ValueCodec<Integer> HEX = integers("0x", "a whole number from 0", 0);
    static final ValueCodec<Integer> SIGNED = integers("", "a whole number", Integer.MIN_VALUE);
    static final ValueCodec<Boolean> YES_NO = bool("yes", "no");
    static final ValueCodec<Boolean> ON_OFF = bool("on", "off");
    static final ValueCodec<UUID> UUID_TEXT =
            new ValueCodec<>(UUID.class, "a UUID", List.of(), ValueCodec::uuid, (value, present) -> value.toString());
    static final ValueCodec<MacAddress> MAC = new ValueCodec<>(
            MacAddress.class, "a MAC address", List.of(), MacAddress::parse, (value, present) -> value.toString());

    static ValueCodec<String> choice(String... values) {
        List<String> choices = List.of(values);
        return new ValueCodec<>(
                String.class, "one of " + choices, choices, Function.identity(), (value, present) -> value);
    }

    private static ValueCodec<Boolean> bool(String yes, String no) {
        return new ValueCodec<>(
                Boolean.class,
                "'" + yes + "' or '" + no + "'",
                List.of(true, false),
                text -> {
                    if (!text.equals(yes) && !text.equals(no)) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.equals(yes);
                },
                (value, present) -> value ? yes : no);
    }

    private static ValueCodec<Long> longs(String style, String expected, long least) {
        return new ValueCodec<>(
                Long.class,
                expected,
                List.of(),
                text -> atLeast(least, number(text)),
                (value, present) -> number(value, present == null ? style : present));
    }

    private static ValueCodec<Integer> integers(String style, String expected, int least) {
        return new ValueCodec<>(
                Integer.class,
                expected,
                List.of(),
                text -> Math.toIntExact(atLeast(least, number(text))),
                (value, present) -> number(value, present == null ? style : present));
    }

    private static long atLeast(long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(Long.toString(value));
        }
        return value;
    }

    /** In the style of another number: hexadecimal with as many digits, or decimal. */
    private static String number(long value, String style) {
        if (!style.startsWith("0x") && !style.startsWith("0X") || value < 0) {
            return Long.toString(value);
        }
        String digits = Long.toHexString(value);
        return "0x" + "0".repeat(Math.max(0, style.length() - 2 - digits.length())) + digits;
    }

    /** Decimal or, with 0x, hexadecimal. */
    static long number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("0x") ? Long.parseUnsignedLong(lower.substring(2), 16) : Long.parseLong(lower);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** With dashes, as today, or without, as in 2007. */
    static UUID uuid(String text) {
        String digits = text.replace("-", "").replace(" ", "");
        if (digits.length() != 32) {
            throw new IllegalArgumentException(text);
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
