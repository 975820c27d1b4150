package org.innkeeper.app.guest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.table.StateIcon;
import org.innkeeper.app.theme.Palette;

/**
 * Name, state and host of a guest, and what can be done with its run: what fits its state is there, and off with the
 * reason where the host or the rights lack it. For the FX thread.
 */
final class GuestHeader extends HBox {
    private static final List<AppAction> SHOWN = List.of(
            AppAction.RUN,
            AppAction.RESUME,
            AppAction.PAUSE,
            AppAction.SHUT_DOWN,
            AppAction.REBOOT,
            AppAction.FORCE_RESET,
            AppAction.FORCE_OFF);

    private final AppContext context;
    private final ActionItems items;
    private final Palette palette = new Palette();
    private final StateIcon icon = new StateIcon(palette);
    private final Label name = new Label();
    private final Label line = new Label();
    private final Map<AppAction, ActionButton> buttons = new EnumMap<>(AppAction.class);
    private Selection selection = Selection.NOTHING;
    private GuestSnapshot guest;

    GuestHeader(AppContext context, Actions actions) {
        this.context = context;
        items = new ActionItems(actions, context.texts(), () -> selection);
        getStyleClass().add("guest-header");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("guest-name");
        line.getStyleClass().add("quiet");
        line.setId("guest-state");
        HBox state = new HBox(6, icon, line);
        state.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, name, state);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(palette, words);
        for (AppAction action : SHOWN) {
            ActionButton made = items.button(action);
            made.button().setId("guest-" + action.name());
            made.setMinWidth(USE_PREF_SIZE);
            if (action == AppAction.RUN || action == AppAction.RESUME) {
                made.button().getStyleClass().add("accent");
            }
            buttons.put(action, made);
            getChildren().add(made);
        }
        palette.onChange(() -> {
            if (guest != null) {
                icon.show(guest.state());
            }
        });
    }

    void show(GuestSnapshot newGuest, HostSnapshot host, Selection newSelection) {
        guest = newGuest;
        selection = newSelection;
        name.setText(guest.name());
        line.setText(context.text(
                "guest.line", context.text("table.state." + guest.state().name()), host.label()));
        icon.show(guest.state());
        items.refresh();
        buttons.forEach((action, button) -> button.setShown(action.guestAction().fits(guest)));
    }
}
