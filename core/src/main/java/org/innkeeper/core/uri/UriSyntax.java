package org.innkeeper.core.uri;

import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The character classes of RFC 3986 and the error all mistakes in a URI are reported with. */
final class UriSyntax {
    private static final Pattern PASSWORD = Pattern.compile("(://[^/?#@:]*:)[^/?#]*@");

    private UriSyntax() {}

    /**
     * An error that names the mistake and where it is, counted from 0, also in {@link ErrorInfo#int1()}. What somebody wrote
     * in the place of a password is not repeated.
     */
    static InnkeeperException mistake(String text, int position, String what) {
        String uri = PASSWORD.matcher(text).replaceAll("$1***@");
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.INVALID_ARG,
                        ErrorOrigin.URI,
                        "bad URI '" + uri + "' at position " + position + ": " + what)
                .withDetail(uri)
                .withNumbers(position, 0));
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isScheme(int c) {
        return isLetter(c) || isDigit(c) || "+-.".indexOf(c) >= 0;
    }

    static boolean isUnreserved(int c) {
        return isLetter(c) || isDigit(c) || "-._~".indexOf(c) >= 0;
    }

    /** What a path may hold besides escapes and slashes. */
    static boolean isPathCharacter(int c) {
        return isUnreserved(c) || "!$&'()*+,;=:@".indexOf(c) >= 0;
    }

    /** What stands in a formatted path as it is. */
    static boolean isPathPlain(int c) {
        return isUnreserved(c) || "!*'()/;@&=+$,".indexOf(c) >= 0;
    }

    /** What stands in a formatted name of a parameter as it is: all but what would end the name. */
    static boolean isParameterNamePlain(int c) {
        return (isPathCharacter(c) || c == '/' || c == '?') && "&;=".indexOf(c) < 0;
    }

    /** What stands in a formatted user name as it is. */
    static boolean isUserPlain(int c) {
        return isUnreserved(c) || "!*'();:&=+$,".indexOf(c) >= 0;
    }

    /** What stands in a formatted fragment as it is. */
    static boolean isFragmentPlain(int c) {
        return isUnreserved(c) || "!*'();/?:@&=+$,[]".indexOf(c) >= 0;
    }
}
