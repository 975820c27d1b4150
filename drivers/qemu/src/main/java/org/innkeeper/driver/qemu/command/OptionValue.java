package org.innkeeper.driver.qemu.command;

/** The value of an option in the emulator's own form: parts with commas between, a comma inside a part doubled. */
final class OptionValue {
    private final StringBuilder text = new StringBuilder();

    /** One that starts with a bare word. */
    static OptionValue of(String first) {
        OptionValue value = new OptionValue();
        value.text.append(escape(first));
        return value;
    }

    OptionValue with(String key, Object value) {
        if (text.length() > 0) {
            text.append(',');
        }
        text.append(key).append('=').append(escape(value.toString()));
        return this;
    }

    /** With a bare word, which switches something on. */
    OptionValue withWord(String word) {
        text.append(',').append(escape(word));
        return this;
    }

    OptionValue withIfSet(String key, Object value) {
        return value == null ? this : with(key, value);
    }

    /** With {@code on} or {@code off}; without the key where the flag is null. */
    OptionValue withSwitch(String key, Boolean flag) {
        return flag == null ? this : with(key, flag ? "on" : "off");
    }

    private static String escape(String part) {
        return part.replace(",", ",,");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
