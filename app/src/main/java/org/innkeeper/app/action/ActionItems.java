package org.innkeeper.app.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.Tips;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Availability;

/**
 * Makes buttons and menu items of actions, and keeps them on only while the action can work; where it cannot, they say
 * why. For the FX thread.
 */
public final class ActionItems {
    /** @param reason is told why the action is off, null where it is on */
    private record Bound(AppAction action, Consumer<String> reason) {}

    private final Actions actions;
    private final Texts texts;
    private final Supplier<Selection> selection;
    private final List<Bound> bound = new ArrayList<>();

    public ActionItems(Actions actions, Texts texts, Supplier<Selection> selection) {
        this.actions = actions;
        this.texts = texts;
        this.selection = selection;
    }

    /** A button with icon and label. */
    public ActionButton button(AppAction action) {
        ActionButton made = iconButton(action);
        made.button().setText(text(action));
        return made;
    }

    /** A button with an icon alone; its name is in the tip and for assistive technology. */
    public ActionButton iconButton(AppAction action) {
        ActionButton made = new ActionButton(tip(action));
        Button button = made.button();
        button.setGraphic(Icons.action(action.icon()));
        button.setId("action-" + action.name());
        button.setAccessibleText(text(action));
        button.setOnAction(event -> run(action));
        bound.add(new Bound(action, made::setReason));
        return made;
    }

    /** A menu item with icon, label and shortcut. */
    public MenuItem item(AppAction action) {
        MenuItem item = new MenuItem(text(action), Icons.action(action.icon(), 16));
        item.setId("menu-" + action.name());
        if (action.shortcut() != null) {
            item.setAccelerator(KeyCombination.valueOf(action.shortcut()));
        }
        item.setOnAction(event -> run(action));
        bound.add(new Bound(action, reason -> Tips.explain(item, reason)));
        return item;
    }

    public String text(AppAction action) {
        return texts.get(action.textKey());
    }

    private String tip(AppAction action) {
        return action.shortcut() == null
                ? text(action)
                : text(action) + "  "
                        + KeyCombination.valueOf(action.shortcut()).getDisplayText();
    }

    /** Does it for what is selected, where it can. */
    public void run(AppAction action) {
        actions.run(action, selection.get());
    }

    public boolean enabled(AppAction action) {
        return actions.enabled(action, selection.get());
    }

    /** Why it cannot work for what is selected; null where it can. */
    public String reason(AppAction action) {
        return words(actions.availability(action, selection.get()));
    }

    private String words(Availability availability) {
        return availability.reason().map(reason -> reason.text(texts)).orElse(null);
    }

    /** After the selection or the state of what is selected has changed. */
    public void refresh() {
        Selection now = selection.get();
        Map<AppAction, Availability> known = new EnumMap<>(AppAction.class);
        for (Bound item : bound) {
            item.reason.accept(words(known.computeIfAbsent(item.action, action -> actions.availability(action, now))));
        }
    }
}
