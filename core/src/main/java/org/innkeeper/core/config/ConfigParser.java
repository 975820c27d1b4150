package org.innkeeper.core.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Reads a configuration file from left to right. */
final class ConfigParser {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_DIGITS = 20;
    private static final int MAX_HEXADECIMAL = 16;
    private static final String TRIPLE = "\"\"\"";

    private final String fileName;
    private final String text;
    private int at;

    ConfigParser(String fileName, String text) {
        this.fileName = fileName;
        this.text = text;
    }

    List<ConfigEntry> parse() {
        List<ConfigEntry> entries = new ArrayList<>();
        while (at < text.length()) {
            entries.add(entry());
        }
        return List.copyOf(entries);
    }

    private ConfigEntry entry() {
        int start = at;
        skipBlanks();
        if (isAtLineEnd() || isAt('#')) {
            String comment = lineEnd();
            return new ConfigEntry(null, null, text.substring(start, at), "", "", comment);
        }
        String name = name();
        skipBlanks();
        if (!isAt('=')) {
            throw mistake("'=' is missing after the setting " + name);
        }
        at++;
        skipBlanks();
        int valueStart = at;
        ConfigValue value = value(0);
        int valueEnd = at;
        skipBlanks();
        String comment = null;
        if (isAt(';')) {
            at++;
        } else if (isAtLineEnd() || isAt('#')) {
            comment = lineEnd();
        } else {
            throw mistake("the line must end after the value of " + name);
        }
        return new ConfigEntry(
                name,
                value,
                text.substring(start, valueStart),
                text.substring(valueStart, valueEnd),
                text.substring(valueEnd, at),
                comment);
    }

    /** Takes a comment, if there is one, and the end of the line; gives the comment. */
    private String lineEnd() {
        String comment = null;
        if (isAt('#')) {
            int start = ++at;
            skipComment();
            comment = text.substring(start, at);
        }
        if (isAt('\r')) {
            at++;
        }
        if (isAt('\n')) {
            at++;
        }
        return comment;
    }

    private String name() {
        int start = at;
        if (!isLetter(text.charAt(at))) {
            throw mistake("a setting begins with a letter");
        }
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private ConfigValue value(int depth) {
        if (isAt('[')) {
            return items(depth);
        }
        if (isAt('"') || isAt('\'')) {
            return new ConfigValue.Text(string());
        }
        if (isAt('-') || isAt('+') || at < text.length() && isDigit(text.charAt(at))) {
            return number();
        }
        throw mistake("a value is missing: a number, a string in quotes or a list in brackets");
    }

    private ConfigValue number() {
        int start = at;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            return hexadecimal();
        }
        at++;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        String digits = text.substring(start, at);
        boolean signOnly = !isDigit(digits.charAt(0)) && digits.length() == 1;
        if (signOnly) {
            throw mistake("digits are missing after the sign");
        }
        BigInteger value = digits.length() > MAX_DIGITS + 1 ? null : new BigInteger(digits);
        if (value == null || !ConfigValue.Number.isInRange(value)) {
            at = start;
            throw mistake("the number is too large");
        }
        return new ConfigValue.Number(value);
    }

    /** Xen's files may have these; libvirt never writes them. */
    private ConfigValue hexadecimal() {
        int start = at;
        at += 2;
        while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        int digits = at - start - 2;
        if (digits == 0 || digits > MAX_HEXADECIMAL) {
            at = start;
            throw mistake(digits == 0 ? "digits are missing after 0x" : "the number is too large");
        }
        return new ConfigValue.Number(new BigInteger(text.substring(start + 2, at), 16));
    }

    private String string() {
        String quote = text.startsWith(TRIPLE, at) && text.length() - at >= 2 * TRIPLE.length()
                ? TRIPLE
                : text.substring(at, at + 1);
        int start = at + quote.length();
        int end = text.indexOf(quote, start);
        if (end < 0 || quote != TRIPLE && hasLineBreak(start, end)) {
            throw mistake("the string does not end");
        }
        at = end + quote.length();
        return text.substring(start, end);
    }

    private boolean hasLineBreak(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }

    private ConfigValue items(int depth) {
        if (depth == MAX_DEPTH) {
            throw mistake("lists are nested more than " + MAX_DEPTH + " deep");
        }
        int start = at++;
        List<ConfigValue> values = new ArrayList<>();
        skipBlanksAndLines();
        while (!isAt(']')) {
            if (at == text.length()) {
                at = start;
                throw mistake("']' is missing at the end of the list");
            }
            values.add(value(depth + 1));
            skipBlanksAndLines();
            if (isAt(',')) {
                at++;
                skipBlanksAndLines();
            } else if (!isAt(']') && at < text.length()) {
                throw mistake("',' or ']' is missing after a value of the list");
            }
        }
        at++;
        return new ConfigValue.Items(values);
    }

    private void skipBlanks() {
        while (isAt(' ') || isAt('\t')) {
            at++;
        }
    }

    /** Within a list, also comments: xl takes them there. */
    private void skipBlanksAndLines() {
        while (isAt(' ') || isAt('\t') || isAt('\n') || isAt('\r') || isAt('#')) {
            if (isAt('#')) {
                skipComment();
            } else {
                at++;
            }
        }
    }

    private void skipComment() {
        while (!isAtLineEnd()) {
            at++;
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean isAtLineEnd() {
        return at == text.length() || isAt('\n') || isAt('\r');
    }

    static boolean isName(String name) {
        return !name.isEmpty() && isLetter(name.charAt(0)) && name.chars().allMatch(c -> isNamePart((char) c));
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
                        ErrorCode.CONF_SYNTAX, ErrorOrigin.CONF, fileName + ":" + line + ":" + column + ": " + what)
                .withDetail(fileName)
                .withNumbers(column, line));
    }
}
