package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request as the stand-in xend reads it. */
record StandInRequest(String method, String path, Map<String, String> query, Map<String, String> form, int length) {
    static final int LONGEST_FORM = 10_000;

    static StandInRequest read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        if (first.length != 3) {
            throw new IOException("no request");
        }
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        String body = new String(in.readNBytes(Math.min(length, LONGEST_FORM)), StandardCharsets.UTF_8);
        int mark = first[1].indexOf('?');
        String path = mark < 0 ? first[1] : first[1].substring(0, mark);
        Map<String, String> query = values(mark < 0 ? "" : first[1].substring(mark + 1));
        return new StandInRequest(first[0], path, query, values(body), length);
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split("[&;]")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(
                        URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the client went away");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    String op() {
        return form.get("op");
    }
}
