package org.innkeeper.app.action;

import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Finds the action of a key. */
public final class Shortcuts {
    private Shortcuts() {}

    /** @param typed whether keys count that text fields and dialogs use themselves, such as Enter and Delete */
    public static Optional<AppAction> find(KeyEvent event, boolean typed) {
        for (AppAction action : AppAction.values()) {
            if (action.shortcut() != null
                    && (typed || !usedByText(action))
                    && KeyCombination.valueOf(action.shortcut()).match(event)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    private static boolean usedByText(AppAction action) {
        return action.shortcut().equals("Enter") || action.shortcut().equals("Delete");
    }
}
