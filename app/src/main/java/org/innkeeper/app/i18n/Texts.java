package org.innkeeper.app.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of the screen. A key is an area, a dot and a name; the texts of area {@code main} are in
 * {@code messages-main.properties} beside this class, in UTF-8, and are read when the first one is asked for.
 * {@code {0}} stands for the first argument and so on; every other character stands for itself.
 *
 * <p>The pseudo-locale writes every text longer and with accents, so that hard-coded text and places that are too narrow
 * show.
 */
public final class Texts {
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();
    private final boolean pseudo;

    public Texts(boolean pseudo) {
        this.pseudo = pseudo;
    }

    /** The texts this program was started with: {@code -Dinnkeeper.pseudo=true} for the pseudo-locale. */
    public static Texts standard() {
        return new Texts(Boolean.getBoolean("innkeeper.pseudo"));
    }

    /**
     * The text of that key.
     *
     * @throws IllegalArgumentException where there is none
     */
    public String get(String key, Object... arguments) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return fill(pseudo ? PseudoLocale.translate(text) : text, arguments);
    }

    /** Whether there is such a text; for texts that are named by codes. */
    public boolean has(String key) {
        return find(key) != null;
    }

    /**
     * The text for a number of things: {@code key.one} or {@code key.other}, whose first argument is the number.
     *
     * @param more arguments from the second on
     */
    public String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
        System.arraycopy(more, 0, arguments, 1, more.length);
        return get(key + (number == 1 ? ".one" : ".other"), arguments);
    }

    private String find(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return null;
        }
        return areas.computeIfAbsent(key.substring(0, dot), Texts::load).getProperty(key);
    }

    private static Properties load(String area) {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("messages-" + area + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("texts of " + area, e);
        }
        return texts;
    }

    private static String fill(String text, Object[] arguments) {
        if (arguments.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 16 * arguments.length);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            int index = close < 0 ? -1 : index(text.substring(open + 1, close), arguments.length);
            if (open < 0 || index < 0) {
                int end = open < 0 ? text.length() : open + 1;
                filled.append(text, at, end);
                at = end;
            } else {
                filled.append(text, at, open).append(arguments[index]);
                at = close + 1;
            }
        }
        return filled.toString();
    }

    /** The number in the braces, or -1 where they hold something else. */
    private static int index(String inside, int count) {
        if (inside.length() != 1 || !Character.isDigit(inside.charAt(0))) {
            return -1;
        }
        int index = inside.charAt(0) - '0';
        return index < count ? index : -1;
    }
}
