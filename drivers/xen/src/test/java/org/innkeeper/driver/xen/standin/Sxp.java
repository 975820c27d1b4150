package org.innkeeper.driver.xen.standin;

import java.util.ArrayList;
import java.util.List;

/** S-expressions as the true xend reads and writes them: nested lists of strings. Kept apart from the driver's own. */
final class Sxp {
    private final String text;
    private int at;

    private Sxp(String text) {
        this.text = text;
    }

    /** What the true one says of a text that is none. */
    static final class ParseError extends Exception {
        private static final long serialVersionUID = 1L;

        ParseError(String message) {
            super(message);
        }
    }

    /** A list, or a text that is no list. */
    static List<Object> parseList(String text) throws ParseError {
        Object value = new Sxp(text).value();
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new ParseError("no list");
    }

    private Object value() throws ParseError {
        skipBlanks();
        char c = next();
        if (c == '(') {
            return list();
        }
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        StringBuilder atom = new StringBuilder().append(c);
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()'\"".indexOf(text.charAt(at)) < 0) {
            atom.append(text.charAt(at++));
        }
        return atom.toString();
    }

    private List<Object> list() throws ParseError {
        List<Object> values = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                throw new ParseError("unexpected EOF");
            }
            if (text.charAt(at) == ')') {
                at++;
                return values;
            }
            values.add(value());
        }
    }

    private String quoted(char quote) throws ParseError {
        StringBuilder atom = new StringBuilder();
        for (char c = next(); c != quote; c = next()) {
            if (c != '\\') {
                atom.append(c);
                continue;
            }
            char escaped = next();
            atom.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return atom.toString();
    }

    private char next() throws ParseError {
        if (at >= text.length()) {
            throw new ParseError("unexpected EOF");
        }
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** As xend shows it: bare where all letters are harmless, else as Python's repr; nothing for an empty text. */
    static String show(Object value) {
        StringBuilder out = new StringBuilder();
        show(value, out);
        return out.toString();
    }

    private static void show(Object value, StringBuilder out) {
        if (value instanceof List<?> list) {
            out.append('(');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) {
                    out.append(' ');
                }
                show(list.get(i), out);
            }
            out.append(')');
            return;
        }
        String atom = String.valueOf(value);
        if (atom.matches("[A-Za-z0-9.\\-_:/~]*") || atom.equals("@")) {
            out.append(atom);
        } else {
            char quote = atom.indexOf('\'') >= 0 && atom.indexOf('"') < 0 ? '"' : '\'';
            out.append(quote)
                    .append(atom.replace("\\", "\\\\").replace("\n", "\\n").replace("'", quote == '"' ? "'" : "\\'"))
                    .append(quote);
        }
    }

    /** The list in a list that begins with a name; null where there is none. */
    static List<Object> child(List<?> list, String name) {
        for (Object value : list) {
            if (value instanceof List<?> inner
                    && !inner.isEmpty()
                    && inner.get(0).equals(name)) {
                return new ArrayList<>(inner);
            }
        }
        return null;
    }

    /** The text after a name; null where there is none. */
    static String text(List<?> list, String name) {
        List<Object> child = child(list, name);
        return child == null ? null : child.size() > 1 ? String.valueOf(child.get(1)) : "";
    }

    static List<Object> pair(String name, Object value) {
        return new ArrayList<>(List.of(name, value));
    }
}
