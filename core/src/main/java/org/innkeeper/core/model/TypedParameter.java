package org.innkeeper.core.model;

import java.util.Objects;

/**
 * A named value with a type: libvirt's {@code virTypedParameter}. Whole numbers of all four types are kept in a
 * {@code long}; an unsigned one above {@link Long#MAX_VALUE} is negative there (use {@link Long#toUnsignedString}).
 *
 * @param name libvirt's name, such as {@code block.0.rd.bytes}
 * @param type the type on the wire
 * @param number the value of a whole number, 0 or 1 of a boolean, the bits of a double
 * @param text the value of a string, else null
 */
public record TypedParameter(String name, ParameterType type, long number, String text) {
    public TypedParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (type == ParameterType.STRING) {
            Objects.requireNonNull(text, "text");
        }
    }

    public static TypedParameter ofInt(String name, int value) {
        return new TypedParameter(name, ParameterType.INT, value, null);
    }

    /** @param value 0 to 2^32 - 1 */
    public static TypedParameter ofUint(String name, long value) {
        return new TypedParameter(name, ParameterType.UINT, value & 0xffff_ffffL, null);
    }

    public static TypedParameter ofLong(String name, long value) {
        return new TypedParameter(name, ParameterType.LLONG, value, null);
    }

    public static TypedParameter ofUlong(String name, long value) {
        return new TypedParameter(name, ParameterType.ULLONG, value, null);
    }

    public static TypedParameter ofDouble(String name, double value) {
        return new TypedParameter(name, ParameterType.DOUBLE, Double.doubleToRawLongBits(value), null);
    }

    public static TypedParameter ofBoolean(String name, boolean value) {
        return new TypedParameter(name, ParameterType.BOOLEAN, value ? 1 : 0, null);
    }

    public static TypedParameter ofString(String name, String value) {
        return new TypedParameter(name, ParameterType.STRING, 0, value);
    }

    public double asDouble() {
        return type == ParameterType.DOUBLE ? Double.longBitsToDouble(number) : number;
    }

    public boolean asBoolean() {
        return number != 0;
    }

    /** The value as people read it. */
    public String asText() {
        return switch (type) {
            case STRING -> text;
            case BOOLEAN -> asBoolean() ? "yes" : "no";
            case DOUBLE -> Double.toString(asDouble());
            case ULLONG -> Long.toUnsignedString(number);
            case INT, UINT, LLONG -> Long.toString(number);
        };
    }
}
