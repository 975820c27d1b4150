package org.innkeeper.app.i18n;

import java.util.List;

/**
 * A text of the screen that is chosen where there are no texts: its key and its arguments, which may be messages too.
 */
public record Message(String key, List<Object> arguments) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public Message(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    public String text(Texts texts) {
        return texts.get(
                key,
                arguments.stream()
                        .map(argument -> argument instanceof Message message ? message.text(texts) : argument)
                        .toArray());
    }
}
