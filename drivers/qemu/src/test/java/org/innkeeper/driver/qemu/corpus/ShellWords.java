package org.innkeeper.driver.qemu.corpus;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a shell would: quotes, and lines continued by a backslash. */
public final class ShellWords {
    private ShellWords() {}

    public static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inside = true;
            } else if (c == '\\' && i + 1 < command.length()) {
                i++;
                if (command.charAt(i) != '\n') {
                    word.append(command.charAt(i));
                    inside = true;
                }
            } else if (Character.isWhitespace(c)) {
                if (inside) {
                    words.add(word.toString());
                    word.setLength(0);
                    inside = false;
                }
            } else {
                word.append(c);
                inside = true;
            }
        }
        if (inside) {
            words.add(word.toString());
        }
        return words;
    }
}
