package org.innkeeper.driver.xen.sexpr;

import java.util.Locale;

/** Writes s-expressions: atoms bare where nothing in them could be misread, else in single quotes. */
final class SexprWriter {
    private SexprWriter() {}

    static void write(Sexpr expression, StringBuilder out) {
        if (expression instanceof Sexpr.Atom atom) {
            write(atom.text(), out);
            return;
        }
        out.append('(');
        boolean first = true;
        for (Sexpr value : ((Sexpr.Items) expression).values()) {
            if (!first) {
                out.append(' ');
            }
            first = false;
            write(value, out);
        }
        out.append(')');
    }

    private static void write(String text, StringBuilder out) {
        if (!text.isEmpty() && text.chars().allMatch(SexprWriter::isBare)) {
            out.append(text);
            return;
        }
        out.append('\'');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\'', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('\'');
    }

    private static boolean isBare(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-_:/~@".indexOf(c) >= 0;
    }
}
