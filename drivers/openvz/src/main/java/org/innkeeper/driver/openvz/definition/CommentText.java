package org.innkeeper.driver.openvz.definition;

import java.util.Optional;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/** Texts that stand in comments of a configuration file, since OpenVZ has no key for them. */
public final class CommentText {
    /** The tag of a container's title. */
    public static final String TITLE_TAG = "TITLE";

    /** The tag of its description. */
    public static final String DESCRIPTION_TAG = "DESCRIPTION";

    private CommentText() {}

    /** One line for a text of any number of them, with {@code \\} before what would not come back as it was. */
    public static String encode(String text) {
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

    /** The text of a comment; empty where the file does not have it. */
    public static Optional<String> read(ContainerConfig config, String tag) {
        return config.comment(tag).map(CommentText::decode).filter(text -> !text.isEmpty());
    }

    private static String decode(String line) {
        StringBuilder text = new StringBuilder(line.length());
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
        return text.toString();
    }
}
