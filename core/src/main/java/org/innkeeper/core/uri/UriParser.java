package org.innkeeper.core.uri;

import java.util.function.IntPredicate;
import org.innkeeper.core.error.InnkeeperException;

/** Reads one URI from left to right, by the grammar of RFC 3986. */
final class UriParser {
    private final String text;
    private int at;
    private String user;
    private String server;
    private int port;

    UriParser(String text) {
        this.text = text;
    }

    GenericUri parse() {
        String scheme = scheme();
        if (text.startsWith("//", at)) {
            at += 2;
            authority();
        }
        String path = part(c -> UriSyntax.isPathCharacter(c) || c == '/', "?#");
        String query = null;
        if (isAt('?')) {
            int start = ++at;
            skip(c -> UriSyntax.isPathCharacter(c) || c == '/' || c == '?', "#");
            query = text.substring(start, at);
        }
        String fragment = null;
        if (isAt('#')) {
            at++;
            fragment = part(c -> UriSyntax.isPathCharacter(c) || "/?[]".indexOf(c) >= 0, "");
        }
        return new GenericUri(
                scheme,
                user,
                server,
                port,
                path.isEmpty() ? null : path,
                query,
                fragment,
                UriQuery.parse(text, query, query == null ? 0 : text.indexOf('?') + 1));
    }

    private String scheme() {
        if (text.isEmpty() || !UriSyntax.isLetter(text.charAt(0))) {
            throw mistake("a URI begins with a scheme such as 'qemu:', which begins with a letter");
        }
        while (at < text.length() && UriSyntax.isScheme(text.charAt(at))) {
            at++;
        }
        if (!isAt(':')) {
            throw at == text.length()
                    ? mistake("':' is missing after the scheme")
                    : mistake("the scheme ends at ':', and " + shown() + " cannot be part of it");
        }
        return text.substring(0, at++);
    }

    private void authority() {
        int end = at;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int sign = text.indexOf('@', at);
        if (sign >= 0 && sign < end) {
            String name = part(c -> UriSyntax.isPathCharacter(c) && c != '@', "@");
            user = name.isEmpty() ? null : name;
            at++;
        }
        host(end);
        if (isAt(':')) {
            at++;
            port(end);
        }
        if (at < end) {
            throw mistake(shown() + " cannot stand in the host name");
        }
    }

    private void host(int end) {
        if (!isAt('[')) {
            String name = part(c -> UriSyntax.isPathCharacter(c) && c != ':' && c != '@', ":@/?#");
            server = name.isEmpty() ? null : name;
            return;
        }
        int close = text.indexOf(']', at);
        if (close < 0 || close > end) {
            throw mistake("']' is missing after the address in brackets");
        }
        String address = PercentCode.decode(text, checkedEscapes(text.substring(at + 1, close)), at + 1);
        if (address.indexOf(':') < 0) {
            throw mistake("'[" + address + "]' is no IPv6 address");
        }
        server = address;
        at = close + 1;
        if (at < end && text.charAt(at) != ':') {
            throw mistake(shown() + " cannot follow the address in brackets; a port needs ':'");
        }
    }

    private void port(int end) {
        int start = at;
        long number = 0;
        while (at < end && UriSyntax.isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at) - '0';
            at++;
            if (number > Integer.MAX_VALUE) {
                throw UriSyntax.mistake(text, start, "the port number is too large");
            }
        }
        if (at < end) {
            throw mistake(
                    text.indexOf(':', at) >= 0 && text.indexOf(':', at) < end
                            ? "an IPv6 address must stand in brackets, as in [::1]"
                            : "a port is a number, " + shown() + " is no digit");
        }
        if (at == start) {
            throw mistake("a port number is missing after ':'");
        }
        port = server == null ? 0 : (int) number;
    }

    /** Takes what the test allows, up to one of the ends, and decodes it. */
    private String part(IntPredicate allowed, String ends) {
        int start = at;
        skip(allowed, ends);
        return PercentCode.decode(text, text.substring(start, at), start);
    }

    private void skip(IntPredicate allowed, String ends) {
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if (c == '%') {
                checkEscape(at);
                at += 3;
            } else if (allowed.test(c)) {
                at++;
            } else {
                throw mistake(shown() + " must be escaped as " + escaped());
            }
        }
    }

    private String checkedEscapes(String part) {
        for (int i = part.indexOf('%'); i >= 0; i = part.indexOf('%', i + 1)) {
            checkEscape(at + 1 + i);
        }
        return part;
    }

    private void checkEscape(int position) {
        if (position + 2 >= text.length()
                || Character.digit(text.charAt(position + 1), 16) < 0
                || Character.digit(text.charAt(position + 2), 16) < 0
                || text.charAt(position + 1) > 'f'
                || text.charAt(position + 2) > 'f') {
            throw UriSyntax.mistake(
                    text, position, "'%' must be followed by two hexadecimal digits; a percent sign itself is %25");
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private String shown() {
        int c = text.codePointAt(at);
        return c < 0x20 || c == 0x7f
                ? String.format("the control character U+%04X", c)
                : "'" + Character.toString(c) + "'";
    }

    private String escaped() {
        StringBuilder out = new StringBuilder();
        PercentCode.encode(out, Character.toString(text.codePointAt(at)), c -> false);
        return out.toString();
    }

    private InnkeeperException mistake(String what) {
        return UriSyntax.mistake(text, at, what);
    }
}
