package org.innkeeper.core.config;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The value of a setting. */
public sealed interface ConfigValue {
    /** A whole number from -2^63 to 2^64 - 1. */
    record Number(BigInteger value) implements ConfigValue {
        private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
        private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

        public Number {
            if (!isInRange(value)) {
                throw new IllegalArgumentException("out of range: " + value);
            }
        }

        public static Number of(long value) {
            return new Number(BigInteger.valueOf(value));
        }

        static boolean isInRange(BigInteger value) {
            return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
        }

        @Override
        public String format() {
            return value.toString();
        }
    }

    /** A string. The grammar knows no escapes: it must not hold a line break or both quotes together with three double ones. */
    record Text(String value) implements ConfigValue {
        private static final String TRIPLE = "\"\"\"";

        public Text {
            Objects.requireNonNull(value, "value");
            if (value.contains(TRIPLE) || needsTriple(value) && value.endsWith("\"")) {
                throw new IllegalArgumentException("the grammar has no way to quote this string");
            }
        }

        @Override
        public String format() {
            if (needsTriple(value)) {
                return TRIPLE + value + TRIPLE;
            }
            char quote = value.indexOf('"') < 0 ? '"' : '\'';
            return quote + value + quote;
        }

        private static boolean needsTriple(String value) {
            return value.indexOf('\n') >= 0
                    || value.indexOf('\r') >= 0
                    || value.indexOf('"') >= 0 && value.indexOf('\'') >= 0;
        }
    }

    /** A list, which may hold lists. */
    record Items(List<ConfigValue> values) implements ConfigValue {
        public Items {
            values = List.copyOf(values);
        }

        public static Items of(String... texts) {
            return new Items(Arrays.stream(texts)
                    .map(Text::new)
                    .map(ConfigValue.class::cast)
                    .toList());
        }

        @Override
        public String format() {
            return "[ "
                    + String.join(", ", values.stream().map(ConfigValue::format).toList()) + " ]";
        }
    }

    /** The value as it stands in a file. */
    String format();
}
