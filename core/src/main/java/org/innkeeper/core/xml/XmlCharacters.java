package org.innkeeper.core.xml;

/** Which characters XML 1.0 allows where, and how the special ones are written. */
final class XmlCharacters {
    private XmlCharacters() {}

    static boolean isAllowed(int codePoint) {
        if (codePoint < 0x20) {
            return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
        }
        return codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000 && codePoint <= 0x10FFFF;
    }

    static boolean isSpace(int character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }

    static boolean isNameStart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
        }
        return c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c == 0x200C
                || c == 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    static boolean isNamePart(int c) {
        return isNameStart(c)
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c == 0x203F
                || c == 0x2040;
    }

    static boolean isName(String name) {
        if (name.isEmpty() || !isNameStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(XmlCharacters::isNamePart);
    }

    static String escapeText(String value) {
        return escape(value, false);
    }

    /** For a value between single quotes, which is how libvirt writes attributes. */
    static String escapeAttribute(String value) {
        return escape(value, true);
    }

    private static String escape(String value, boolean attribute) {
        int clean = 0;
        while (clean < value.length() && !isSpecial(value.charAt(clean), attribute)) {
            clean++;
        }
        if (clean == value.length()) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length() + 16).append(value, 0, clean);
        for (int i = clean; i < value.length(); i++) {
            char c = value.charAt(i);
            if (isSpecial(c, attribute)) {
                out.append(reference(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpecial(char c, boolean attribute) {
        if (c == '&' || c == '<' || c == '>' || c == '\r') {
            return true;
        }
        return attribute && (c == '\'' || c == '\n' || c == '\t');
    }

    private static String reference(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\'' -> "&apos;";
            default -> "&#" + (int) c + ";";
        };
    }
}
