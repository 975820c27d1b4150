package org.innkeeper.app.table;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Shortens texts to a width in pixels; remembers the last answers. For the FX thread. */
final class TextFitter {
    private static final int REMEMBERED = 512;
    private static final String DOTS = "…";

    private record Question(String text, int width, Font font) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Question question
                    && width == question.width
                    && font == question.font
                    && text.equals(question.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode() * 31 + width;
        }
    }

    private final Text ruler = new Text();
    private final Map<Question, String> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The text, or as much of its beginning as fits with dots behind it. */
    String fit(String text, double width, Font font) {
        return answers.computeIfAbsent(new Question(text, (int) width, font), this::shorten);
    }

    /** How wide a text is, pixels. */
    double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    private String shorten(Question question) {
        if (width(question.text, question.font) <= question.width) {
            return question.text;
        }
        int fits = 0;
        int tooLong = question.text.length();
        while (fits + 1 < tooLong) {
            int middle = (fits + tooLong) >>> 1;
            if (width(question.text.substring(0, middle) + DOTS, question.font) <= question.width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        int end = fits > 0 && Character.isHighSurrogate(question.text.charAt(fits - 1)) ? fits - 1 : fits;
        return end == 0 ? "" : question.text.substring(0, end).stripTrailing() + DOTS;
    }
}
