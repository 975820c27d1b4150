package org.innkeeper.app.context;

import java.util.List;
import java.util.Objects;

/**
 * A question before something dangerous.
 *
 * @param title what is about to be done, as a verb
 * @param question the question, naming the object
 * @param losses what is lost when the answer is yes, one line each
 * @param confirmLabel the button that does it
 * @param preference the key under which "do not ask again" is kept, or null where it is always asked
 */
public record Confirmation(String title, String question, List<String> losses, String confirmLabel, String preference) {
    public Confirmation {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(confirmLabel, "confirmLabel");
        losses = List.copyOf(losses);
    }
}
