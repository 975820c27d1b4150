package org.innkeeper.driver.openvz.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * A text that stands in comments of a configuration file, since OpenVZ has no key for it: one line for each piece, with
 * {@code \\} before what would not come back as it was. vzctl breaks lines of 16 KiB when it saves a file, so pieces are
 * shorter.
 */
final class CommentText {
    private static final int PIECE = 2_500;

    private CommentText() {}

    /** The values of comments that hold a text; none for an empty one. */
    static List<String> encode(String text) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(encodePiece(text.substring(start, end)));
            start = end;
        }
        return pieces;
    }

    private static String encodePiece(String text) {
        StringBuilder line = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean atEdge = i == 0 || i == text.length() - 1;
            if (c == '\\') {
                line.append("\\\\");
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || atEdge && c <= ' ') {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    /** The text in the comments of a tag; empty where the file has none. */
    static Optional<String> read(ContainerConfig config, String tag) {
        StringBuilder text = new StringBuilder();
        config.comments(tag).forEach(line -> decode(line, text));
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static void decode(String line, StringBuilder text) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\' || i + 1 == line.length()) {
                text.append(c);
            } else if (line.startsWith("u", i + 1) && line.substring(i + 2).matches("(?s)[0-9a-f]{4}.*")) {
                text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(line.charAt(++i));
            }
        }
    }
}
