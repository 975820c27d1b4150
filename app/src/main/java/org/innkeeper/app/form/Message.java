package org.innkeeper.app.form;

import org.innkeeper.app.i18n.Texts;

/** A text of the screen that is chosen where there are no texts: its key and its arguments. */
public record Message(String key, Object... arguments) {
    public String text(Texts texts) {
        return texts.get(key, arguments);
    }
}
