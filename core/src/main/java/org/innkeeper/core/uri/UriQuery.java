package org.innkeeper.core.uri;

import java.util.ArrayList;
import java.util.List;

/** Splits the query of a URI into parameters and puts it together again, with libvirt's rules. */
final class UriQuery {
    private UriQuery() {}

    /**
     * The parameters of a query. A section without {@code =} has an empty value; one without a name is left out.
     *
     * @param query whose escapes are known to be good, or null
     * @param position of the query in the URI, for errors
     */
    static List<UriParameter> parse(String uri, String query, int position) {
        List<UriParameter> parameters = new ArrayList<>();
        int start = 0;
        while (query != null && start < query.length()) {
            int end = end(query, start);
            int equals = query.indexOf('=', start);
            if (equals < 0 || equals > end) {
                equals = end;
            }
            if (equals > start) {
                String name = PercentCode.decode(uri, query.substring(start, equals), position + start);
                String value = equals == end
                        ? ""
                        : PercentCode.decode(uri, query.substring(equals + 1, end), position + equals + 1);
                parameters.add(new UriParameter(name, value));
            }
            start = end + 1;
        }
        return List.copyOf(parameters);
    }

    /** A semicolon separates only behind the last ampersand: {@code a=1;b=2&c=3} are two parameters. */
    private static int end(String query, int start) {
        int end = query.indexOf('&', start);
        if (end < 0) {
            end = query.indexOf(';', start);
        }
        return end < 0 ? query.length() : end;
    }

    /** The query of these parameters, or null where there are none. */
    static String format(List<UriParameter> parameters) {
        if (parameters.isEmpty()) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (UriParameter parameter : parameters) {
            if (out.length() > 0) {
                out.append('&');
            }
            PercentCode.encode(out, parameter.name(), UriSyntax::isParameterNamePlain);
            out.append('=');
            PercentCode.encode(out, parameter.value(), UriSyntax::isUnreserved);
        }
        return out.toString();
    }
}
