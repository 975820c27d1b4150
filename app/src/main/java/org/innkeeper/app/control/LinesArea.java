package org.innkeeper.app.control;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Several lines of text that Tab leaves: a plain text area would keep the keyboard and write a tab. */
public final class LinesArea extends TextArea {
    public LinesArea() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                event.consume();
                // With Control the toolkit takes the same key for what it is everywhere else.
                fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            }
        });
    }
}
