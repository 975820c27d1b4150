package org.innkeeper.core.uri;

import java.util.List;
import org.innkeeper.core.uri.ConnectUri.Form;

/** Tells the forms of connection URIs apart, and refuses what none of them allows. */
final class ConnectUriForms {
    private static final int MAX_PORT = 65535;

    private ConnectUriForms() {}

    static ConnectUri read(String text) {
        if (text.isEmpty()) {
            throw UriSyntax.mistake(text, 0, "it is empty");
        }
        if (text.equalsIgnoreCase(ConnectUri.XEN)) {
            return new ConnectUri(text, Form.XEN_NAME, xen("/"));
        }
        if (text.startsWith("/")) {
            return socket(text);
        }
        GenericUri parts = GenericUri.parse(text);
        checkAuthority(text, parts);
        if (parts.scheme().equalsIgnoreCase("http")) {
            return http(text, parts);
        }
        checkScheme(text, parts);
        return new ConnectUri(text, Form.STANDARD, parts);
    }

    private static ConnectUri socket(String text) {
        String path = text.startsWith("///") ? text.substring(2) : text;
        if (path.startsWith("//")) {
            throw UriSyntax.mistake(text, 0, "a driver such as 'qemu:' is missing before '//'");
        }
        return new ConnectUri(text, Form.XEN_SOCKET, xen(path));
    }

    private static GenericUri xen(String path) {
        return new GenericUri(ConnectUri.XEN, null, null, 0, path, null, null, List.of());
    }

    private static ConnectUri http(String text, GenericUri parts) {
        if (parts.server() == null) {
            throw UriSyntax.mistake(text, "http://".length(), "the host that runs xend is missing");
        }
        if (parts.user() != null || parts.query() != null || parts.fragment() != null || hasPath(parts)) {
            throw UriSyntax.mistake(
                    text, "http://".length(), "xend is reached at http://host[:port]/ and nothing else is allowed");
        }
        return new ConnectUri(text, Form.XEN_HTTP, parts);
    }

    private static boolean hasPath(GenericUri parts) {
        return parts.path() != null && !parts.path().equals("/");
    }

    private static void checkScheme(String text, GenericUri parts) {
        int colon = parts.scheme().length();
        if (parts.driver().isEmpty()) {
            throw UriSyntax.mistake(text, 0, "the driver is missing before '+'");
        }
        if (parts.transport() != null && parts.transport().isEmpty()) {
            throw UriSyntax.mistake(text, colon, "the transport is missing after '+'");
        }
        if (parts.path() != null && !parts.path().startsWith("/") || text.length() == colon + 1) {
            throw UriSyntax.mistake(text, colon + 1, "'//' is missing after '" + parts.scheme() + ":'");
        }
    }

    private static void checkAuthority(String text, GenericUri parts) {
        int start = parts.scheme().length() + 3;
        if (parts.user() != null && parts.user().indexOf(':') >= 0) {
            throw UriSyntax.mistake(
                    text,
                    start,
                    "a URI is stored and shown, so no password may be in it; it is asked for when it is needed");
        }
        if (parts.server() == null && parts.user() != null) {
            throw UriSyntax.mistake(text, start, "there is a user, but the host is missing after '@'");
        }
        if (parts.server() == null && text.startsWith("://:", parts.scheme().length())) {
            throw UriSyntax.mistake(text, start, "there is a port, but the host is missing before ':'");
        }
        if (parts.port() > MAX_PORT || parts.port() == 0 && hasPortZero(text, start)) {
            throw UriSyntax.mistake(text, start, "the port is not between 1 and " + MAX_PORT);
        }
    }

    private static boolean hasPortZero(String text, int start) {
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = start < text.length() ? text.substring(Math.min(start, end), end) : "";
        return authority.lastIndexOf(':') > authority.lastIndexOf(']') && authority.endsWith("0");
    }
}
