package org.innkeeper.core.xml;

import org.innkeeper.core.error.InnkeeperException;

/** A place in the text of a document: names, character data with their references, lines and columns. */
class XmlCursor {
    final String text;
    final int length;
    int position;
    private int line = 1;
    private int lineStart;
    private int counted;

    XmlCursor(String text) {
        this.text = text;
        this.length = text.length();
    }

    final String name(String expected) {
        int start = position;
        while (position < length) {
            int c = text.codePointAt(position);
            if (position == start ? !XmlCharacters.isNameStart(c) : !XmlCharacters.isNamePart(c)) {
                break;
            }
            position += Character.charCount(c);
        }
        if (position == start) {
            throw error("expected " + expected);
        }
        String name = text.substring(start, position);
        int colon = name.indexOf(':');
        if (colon == 0 || colon == name.length() - 1 || colon >= 0 && name.indexOf(':', colon + 1) > 0) {
            position = start;
            throw error("'" + name + "' is not a name with a prefix");
        }
        return name;
    }

    /** The value of what stands between the two places; line ends are one \n, and in attributes white space is a blank. */
    final String decode(int start, int end, boolean attribute) {
        StringBuilder out = null;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '&' || c == '\r' || attribute && (c == '\n' || c == '\t')) {
                if (out == null) {
                    out = new StringBuilder(end - start).append(text, start, i);
                }
                if (c == '&') {
                    i = reference(i, end, out);
                    continue;
                }
                if (c == '\r' && i + 1 < end && text.charAt(i + 1) == '\n') {
                    i++;
                }
                out.append(attribute ? ' ' : c == '\r' ? '\n' : c);
                i++;
                continue;
            }
            if (c == '>' && !attribute && i >= start + 2 && text.startsWith("]]", i - 2)) {
                position = i - 2;
                throw error("']]>' outside a CDATA section");
            }
            if (c < 0x20 || c >= 0xD800) {
                i += checkCharacter(i);
                if (out != null) {
                    out.append(text, i - (Character.isLowSurrogate(text.charAt(i - 1)) ? 2 : 1), i);
                }
                continue;
            }
            if (out != null) {
                out.append(c);
            }
            i++;
        }
        return out == null ? text.substring(start, end) : out.toString();
    }

    /** Appends what the reference at that place stands for and returns where it ends. */
    private int reference(int at, int end, StringBuilder out) {
        int semicolon = text.indexOf(';', at);
        if (semicolon < 0 || semicolon >= end) {
            position = at;
            throw error("'&' that begins no reference; write &amp;");
        }
        String name = text.substring(at + 1, semicolon);
        switch (name) {
            case "lt" -> out.append('<');
            case "gt" -> out.append('>');
            case "amp" -> out.append('&');
            case "quot" -> out.append('"');
            case "apos" -> out.append('\'');
            default -> out.appendCodePoint(numeric(name, at));
        }
        return semicolon + 1;
    }

    private int numeric(String name, int at) {
        boolean hex = name.startsWith("#x");
        String digits = name.substring(hex ? 2 : Math.min(1, name.length()));
        boolean valid =
                name.startsWith("#") && !digits.isEmpty() && digits.chars().allMatch(c -> isDigit(c, hex));
        if (!valid) {
            position = at;
            throw error("the entity '&" + (name.length() > 40 ? name.substring(0, 40) : name) + ";' is not known");
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        int codePoint = significant.length() > 7 ? -1 : Integer.parseInt(significant, hex ? 16 : 10);
        if (codePoint < 0 || !XmlCharacters.isAllowed(codePoint)) {
            position = at;
            throw error("the reference '&" + name + ";' means no character");
        }
        return codePoint;
    }

    private static boolean isDigit(int c, boolean hex) {
        return c >= '0' && c <= '9' || hex && (c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }

    final void checkCharacters(int start, int end) {
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            i += c < 0x20 || c >= 0xD800 ? checkCharacter(i) : 1;
        }
    }

    /** How many chars the allowed character at that place has. */
    private int checkCharacter(int at) {
        int c = text.codePointAt(at);
        if (!XmlCharacters.isAllowed(c)) {
            position = at;
            throw error(String.format("the character U+%04X is not allowed", c));
        }
        return Character.charCount(c);
    }

    final boolean lookingAt(String expected) {
        return text.startsWith(expected, position);
    }

    final void skipSpace() {
        while (position < length && XmlCharacters.isSpace(text.charAt(position))) {
            position++;
        }
    }

    /** The line of the place, from 1. */
    final int line() {
        if (position < counted) {
            line = 1;
            lineStart = 0;
            counted = 0;
        }
        int end = Math.min(position, length);
        for (int i = counted; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        counted = end;
        return line;
    }

    /** The column of the place in characters, from 1. */
    final int column() {
        line();
        return Math.min(position, length) - lineStart + 1;
    }

    final InnkeeperException error(String reason) {
        return XmlErrors.notWellFormed(reason, line(), column());
    }
}
