package org.innkeeper.app.control;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Tips for what is off. A control that is off gets no mouse, so that a tip of its own would never show: whoever holds it
 * shows the tip, for a menu item the menu. For the FX thread.
 */
public final class Tips {
    private static final String REASON = "innkeeper.reason";
    private static final double WIDTH = 360;
    private static final double BESIDE = 14;

    private Tips() {}

    /** A tip of several lines where it has to be. */
    public static Tooltip make() {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        return tip;
    }

    /** A tip with that text. */
    public static Tooltip make(String text) {
        Tooltip tip = make();
        tip.setText(text);
        return tip;
    }

    /** While the mouse is over the item its menu says why it is off; null for an item that is on. */
    public static void explain(MenuItem item, String reason) {
        if (!item.getProperties().containsKey(REASON)) {
            item.parentPopupProperty().addListener((property, before, menu) -> watch(menu));
            watch(item.getParentPopup());
        }
        item.getProperties().put(REASON, reason);
    }

    /** What {@link #explain} told last, or null. */
    public static String reason(MenuItem item) {
        return (String) item.getProperties().get(REASON);
    }

    private static void watch(ContextMenu menu) {
        if (menu != null && menu.getProperties().put(REASON, true) == null) {
            new MenuWatch(menu);
        }
    }

    /** Shows the reason of the item the mouse rests on. */
    private static final class MenuWatch {
        private final ContextMenu menu;
        private final Tooltip tip = make();
        private final PauseTransition rest = new PauseTransition(Duration.millis(400));
        private MenuItem over;
        private double x;
        private double y;

        MenuWatch(ContextMenu menu) {
            this.menu = menu;
            menu.getScene().addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
            menu.getScene().addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, event -> {
                if (itemAt(event.getSceneX(), event.getSceneY()) == null) {
                    leave();
                }
            });
            menu.showingProperty().addListener(change -> leave());
            rest.setOnFinished(event -> {
                if (menu.isShowing() && over != null) {
                    tip.setText(reason(over));
                    tip.show(menu, x + BESIDE, y + BESIDE);
                }
            });
        }

        private void moved(MouseEvent event) {
            x = event.getScreenX();
            y = event.getScreenY();
            MenuItem item = itemAt(event.getSceneX(), event.getSceneY());
            if (!Objects.equals(item, over)) {
                leave();
                over = item;
                if (item != null) {
                    rest.playFromStart();
                }
            }
        }

        private void leave() {
            over = null;
            rest.stop();
            tip.hide();
        }

        private MenuItem itemAt(double sceneX, double sceneY) {
            for (MenuItem item : menu.getItems()) {
                Node node = reason(item) == null ? null : item.getStyleableNode();
                if (node != null && node.localToScene(node.getLayoutBounds()).contains(sceneX, sceneY)) {
                    return item;
                }
            }
            return null;
        }
    }
}
