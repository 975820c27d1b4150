package org.innkeeper.app.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows the values of a choice in words; nothing can be typed. */
public final class Choice<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public Choice(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("the choice cannot be typed");
    }
}
