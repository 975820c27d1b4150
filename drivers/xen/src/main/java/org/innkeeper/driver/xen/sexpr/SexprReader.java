package org.innkeeper.driver.xen.sexpr;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Reads one s-expression. Atoms are bare or in quotes of either kind with Python's escapes; a backslash at the end of a
 * line joins it with the next. A missing or a surplus last parenthesis is forgiven, as old versions of xend and the
 * tools around it have been known to miscount.
 */
public final class SexprReader {
    /** The longest text that is read: 16 Mi characters. */
    public static final int MAX_LENGTH = 16 << 20;
    /** How deep lists may be nested. */
    public static final int MAX_DEPTH = 128;

    private final String text;
    private int at;

    private SexprReader(String text) {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @throws InnkeeperException {@code SEXPR_SERIAL} with line (int1) and column (int2) of the mistake
     */
    public static Sexpr read(String text) {
        SexprReader reader = new SexprReader(text);
        if (text.length() > MAX_LENGTH) {
            throw reader.mistake("it is longer than " + (MAX_LENGTH >> 20) + " Mi characters");
        }
        Sexpr expression = reader.expression();
        reader.skipSpace();
        if (reader.isAt(')')) {
            reader.at++;
            reader.skipSpace();
        }
        if (reader.at < text.length()) {
            throw reader.mistake("something follows after its end");
        }
        return expression;
    }

    /**
     * Reads a text that must be a list.
     *
     * @throws InnkeeperException {@code SEXPR_SERIAL}
     */
    public static Sexpr.Items readList(String text) {
        if (read(text) instanceof Sexpr.Items items) {
            return items;
        }
        throw new SexprReader(text).mistake("it is no list");
    }

    /** Reads with a stack of its own: how deep lists are nested must not depend on the thread. */
    private Sexpr expression() {
        List<List<Sexpr>> open = new ArrayList<>();
        while (true) {
            skipSpace();
            Sexpr done;
            if (at == text.length()) {
                if (open.size() != 1) {
                    throw mistake(open.isEmpty() ? "it is empty" : "it ends within " + open.size() + " lists");
                }
                done = new Sexpr.Items(open.remove(0));
            } else if (isAt('(')) {
                if (open.size() == MAX_DEPTH) {
                    throw mistake("lists are nested more than " + MAX_DEPTH + " deep");
                }
                at++;
                open.add(new ArrayList<>());
                continue;
            } else if (isAt(')')) {
                if (open.isEmpty()) {
                    throw mistake("a parenthesis is closed that was not opened");
                }
                at++;
                done = new Sexpr.Items(open.remove(open.size() - 1));
            } else {
                done = new Sexpr.Atom(isAt('\'') || isAt('"') ? quoted() : bare());
            }
            if (open.isEmpty()) {
                return done;
            }
            open.get(open.size() - 1).add(done);
        }
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isJoinedLine())) {
            at++;
        }
    }

    /** A backslash with nothing behind it on its line, or in the text. */
    private boolean isJoinedLine() {
        return isAt('\\') && (at + 1 == text.length() || text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r');
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !endsBare(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean endsBare(char c) {
        return c == '(' || c == ')' || Character.isWhitespace(c) || isJoinedLine();
    }

    private String quoted() {
        int start = at;
        char quote = text.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return out.toString();
            }
            if (c == '\\' && at < text.length()) {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at = start;
        throw mistake("a quoted text does not end");
    }

    private void escape(StringBuilder out) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case '\n' -> {}
            case 'x' -> out.append((char) hexadecimal(2));
            case 'u' -> out.append((char) hexadecimal(4));
            case '\\', '\'', '"' -> out.append(c);
            default -> out.append('\\').append(c);
        }
    }

    private int hexadecimal(int digits) {
        int end = at + digits;
        if (end <= text.length() && text.substring(at, end).matches("[0-9a-fA-F]+")) {
            int value = Integer.parseInt(text.substring(at, end), 16);
            at = end;
            return value;
        }
        throw mistake("an escape needs " + digits + " hexadecimal digits");
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private InnkeeperException mistake(String what) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        int column = at - lineStart + 1;
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.SEXPR_SERIAL,
                        ErrorOrigin.SEXPR,
                        "The s-expression cannot be read at line " + line + ", column " + column + ": " + what)
                .withNumbers(line, column));
    }
}
