package org.innkeeper.app.auth;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words that a decision hangs on, shown to the letter in a frame. For the FX thread. */
final class Exact {
    static final String STYLES = "/org/innkeeper/app/control/controls.css";

    private static final int PRINTABLE = 0x20;

    private Exact() {}

    /** What could hide behind line ends, control characters or a change of direction is written out. */
    static Label label(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().forEach(c -> {
            boolean hidden = c < PRINTABLE
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    || Character.getType(c) == Character.SURROGATE;
            if (hidden) {
                shown.append(String.format("\\u{%X}", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        Label label = new Label(shown.toString());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("technical", "exact");
        return label;
    }
}
