package org.innkeeper.app.main;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;

/** The menus of the main window, all made of the same actions. */
final class MainMenu {
    private static final List<List<AppAction>> GUEST = List.of(
            List.of(AppAction.OPEN, AppAction.OPEN_DETAILS, AppAction.OPEN_PERFORMANCE),
            List.of(AppAction.RUN, AppAction.PAUSE, AppAction.RESUME, AppAction.SHUT_DOWN, AppAction.REBOOT),
            List.of(AppAction.FORCE_RESET, AppAction.FORCE_OFF),
            List.of(AppAction.DELETE));
    private static final List<List<AppAction>> HOST = List.of(
            List.of(AppAction.NEW_GUEST),
            List.of(AppAction.CONNECT, AppAction.CHECK_HOST, AppAction.DISCONNECT, AppAction.HOST_DETAILS),
            List.of(AppAction.REMOVE_HOST));
    private static final List<List<AppAction>> VIEW = List.of(
            List.of(AppAction.SEARCH, AppAction.PALETTE, AppAction.SELECT_ALL),
            List.of(AppAction.NEXT_PANE, AppAction.PREVIOUS_PANE),
            List.of(AppAction.TOGGLE_SIDEBAR, AppAction.TOGGLE_INSPECTOR));

    private MainMenu() {}

    /** The button with everything. */
    static MenuButton everything(ActionItems items, Texts texts) {
        MenuButton button = new MenuButton(null, Icons.action("mdi2m-menu", 20));
        button.setId("main-menu");
        button.setAccessibleText(texts.get("main.menu"));
        button.getStyleClass().addAll("main-menu", "flat");
        button.setOnShowing(event -> {
            if (button.getItems().isEmpty()) {
                fillEverything(button, items, texts);
                items.refresh();
            }
        });
        return button;
    }

    /** Made when it is first opened: nothing of it is needed at the start. */
    private static void fillEverything(MenuButton button, ActionItems items, Texts texts) {
        fill(button.getItems(), items, List.of(List.of(AppAction.NEW_GUEST, AppAction.ADD_HOST)));
        button.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        menu(texts.get("main.menu.guest"), items, GUEST),
                        menu(texts.get("main.menu.host"), items, HOST.subList(1, HOST.size())),
                        menu(texts.get("main.menu.view"), items, VIEW),
                        new SeparatorMenuItem());
        fill(
                button.getItems(),
                items,
                List.of(List.of(AppAction.PREFERENCES, AppAction.ABOUT), List.of(AppAction.QUIT)));
    }

    private static Menu menu(String title, ActionItems items, List<List<AppAction>> groups) {
        Menu menu = new Menu(title);
        fill(menu.getItems(), items, groups);
        return menu;
    }

    /** The context menu of selected guests. */
    static ContextMenu ofGuests(ActionItems items) {
        ContextMenu menu = new ContextMenu();
        fill(menu.getItems(), items, GUEST);
        return menu;
    }

    /** The context menu of a host. */
    static ContextMenu ofHost(ActionItems items) {
        ContextMenu menu = new ContextMenu();
        fill(menu.getItems(), items, HOST);
        return menu;
    }

    private static void fill(List<MenuItem> into, ActionItems items, List<List<AppAction>> groups) {
        boolean first = true;
        for (List<AppAction> group : groups) {
            if (!first) {
                into.add(new SeparatorMenuItem());
            }
            first = false;
            group.forEach(action -> into.add(items.item(action)));
        }
    }
}
