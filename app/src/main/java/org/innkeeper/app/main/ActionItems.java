package org.innkeeper.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;

/** Makes buttons and menu items of actions, and keeps them enabled only while the action can work. */
final class ActionItems {
    private record Bound(AppAction action, BooleanProperty disabled) {}

    private final Actions actions;
    private final Texts texts;
    private final Supplier<Selection> selection;
    private final List<Bound> bound = new ArrayList<>();

    ActionItems(Actions actions, Texts texts, Supplier<Selection> selection) {
        this.actions = actions;
        this.texts = texts;
        this.selection = selection;
    }

    /** A button with icon and label. */
    Button button(AppAction action) {
        Button button = new Button();
        dress(button, action);
        return button;
    }

    /** A button with an icon alone; its name is in the tooltip and for assistive technology. */
    Button iconButton(AppAction action) {
        Button button = new Button();
        dress(button, action);
        button.setText(null);
        return button;
    }

    /** Makes any button one of that action. */
    void dress(ButtonBase button, AppAction action) {
        String text = text(action);
        button.setText(text);
        button.setGraphic(Icons.action(action.icon()));
        button.setId("action-" + action.name());
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(tip(action)));
        button.setOnAction(event -> run(action));
        bound.add(new Bound(action, button.disableProperty()));
    }

    /** A menu item with icon, label and shortcut. */
    MenuItem item(AppAction action) {
        MenuItem item = new MenuItem(text(action), Icons.action(action.icon(), 16));
        item.setId("menu-" + action.name());
        if (action.shortcut() != null) {
            item.setAccelerator(KeyCombination.valueOf(action.shortcut()));
        }
        item.setOnAction(event -> run(action));
        bound.add(new Bound(action, item.disableProperty()));
        return item;
    }

    String text(AppAction action) {
        return texts.get(action.textKey());
    }

    private String tip(AppAction action) {
        return action.shortcut() == null
                ? text(action)
                : text(action) + "  "
                        + KeyCombination.valueOf(action.shortcut()).getDisplayText();
    }

    void run(AppAction action) {
        if (actions.enabled(action, selection.get())) {
            actions.run(action, selection.get());
        }
    }

    boolean enabled(AppAction action) {
        return actions.enabled(action, selection.get());
    }

    /** After the selection or the state of what is selected has changed. */
    void refresh() {
        Selection now = selection.get();
        for (Bound item : bound) {
            boolean disable = !actions.enabled(item.action, now);
            if (item.disabled.get() != disable) {
                item.disabled.set(disable);
            }
        }
    }
}
