package org.innkeeper.driver.xen.xend;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one reply of HTTP/1.0 or 1.1 as xend sends them, within limits. */
final class HttpReplyReader {
    /** The longest line of the head: 8 KiB. */
    private static final int MAX_LINE = 8 << 10;

    private static final int MAX_HEADERS = 100;
    /** The longest body: 16 MiB. */
    static final int MAX_BODY = 16 << 20;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");

    private final InputStream in;

    HttpReplyReader(InputStream in) {
        this.in = in;
    }

    XendReply read() throws IOException {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new IOException("its answer is not HTTP");
        }
        long length = -1;
        for (int i = 0; ; i++) {
            String line = line();
            if (line.isEmpty()) {
                break;
            }
            if (i == MAX_HEADERS) {
                throw new IOException("its answer has more than " + MAX_HEADERS + " headers");
            }
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).trim().toLowerCase(Locale.ROOT).equals("content-length")) {
                length = length(line.substring(colon + 1).trim());
            }
        }
        return new XendReply(Integer.parseInt(status.group(1)), new String(body(length), StandardCharsets.UTF_8));
    }

    private static long length(String text) throws IOException {
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > MAX_BODY) {
            throw new IOException("its answer has the length '" + text + "', more than " + MAX_BODY + " or no number");
        }
        return Long.parseLong(text);
    }

    /** The body: of the length that was told, else all up to the end. */
    private byte[] body(long length) throws IOException {
        byte[] body = in.readNBytes(length < 0 ? MAX_BODY + 1 : (int) length);
        if (body.length < length) {
            throw new EOFException("its answer ends after " + body.length + " of " + length + " bytes");
        }
        if (body.length > MAX_BODY) {
            throw new IOException("its answer is longer than " + MAX_BODY + " bytes");
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("its answer ends too early");
            }
            if (line.length() == MAX_LINE) {
                throw new IOException("its answer has a line of more than " + MAX_LINE + " bytes");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
