package org.innkeeper.core.uri;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Any URI, split into its parts: that of a connection, of a disk on a network, of the target of a migration. Parts are
 * decoded, except the query, whose decoded form are the parameters.
 *
 * @param scheme the whole scheme as written, such as {@code gluster+rdma}
 * @param user the user part, or null
 * @param server host name or address, an IPv6 one without its brackets, or null
 * @param port 0 where there is none
 * @param path null where there is none, which is not the same as {@code /}
 * @param query as written, without the question mark, or null; {@link #format()} makes it from the parameters
 * @param fragment what follows {@code #}, or null
 * @param parameters of the query, in order; a name may come several times
 */
public record GenericUri(
        String scheme,
        String user,
        String server,
        int port,
        String path,
        String query,
        String fragment,
        List<UriParameter> parameters) {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    public GenericUri {
        Objects.requireNonNull(scheme, "scheme");
        parameters = List.copyOf(parameters);
        if (port < 0) {
            throw new IllegalArgumentException("negative port " + port);
        }
    }

    /**
     * Splits a URI.
     *
     * @throws org.innkeeper.core.error.InnkeeperException {@code INVALID_ARG} with the position of the mistake
     */
    public static GenericUri parse(String text) {
        return new UriParser(text).parse();
    }

    /** The parts put together again, escaped where they must be. */
    public String format() {
        StringBuilder out = new StringBuilder(scheme).append("://");
        if (user != null) {
            PercentCode.encode(out, user, UriSyntax::isUserPlain);
            out.append('@');
        }
        if (server != null) {
            formatServer(out);
        }
        if (path != null) {
            PercentCode.encode(out, path, UriSyntax::isPathPlain);
        }
        String formattedQuery = UriQuery.format(parameters);
        if (formattedQuery != null) {
            out.append('?').append(formattedQuery);
        }
        if (fragment != null) {
            out.append('#');
            PercentCode.encode(out, fragment, UriSyntax::isFragmentPlain);
        }
        return out.toString();
    }

    private void formatServer(StringBuilder out) {
        boolean brackets = isIpv6();
        if (brackets) {
            out.append('[');
        }
        PercentCode.encode(out, server, c -> UriSyntax.isUnreserved(c) || "!$&'()*+,;=:".indexOf(c) >= 0);
        if (brackets) {
            out.append(']');
        }
        if (port > 0) {
            out.append(':').append(port);
        }
    }

    /** The scheme without a transport: {@code qemu} of {@code qemu+ssh}. */
    public String driver() {
        int plus = scheme.indexOf('+');
        return plus < 0 ? scheme : scheme.substring(0, plus);
    }

    /** What follows the first {@code +} of the scheme, or null. */
    public String transport() {
        int plus = scheme.indexOf('+');
        return plus < 0 ? null : scheme.substring(plus + 1);
    }

    /** Whether the server is an IPv6 address. */
    public boolean isIpv6() {
        return server != null && server.indexOf(':') >= 0;
    }

    /** Whether the server looks like an IPv4 address: nothing but digits and dots. */
    public boolean isIpv4() {
        return server != null && DIGITS_AND_DOTS.matcher(server).matches();
    }
}
