package org.innkeeper.app.control;

import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Tips for what is off. A control that is off gets no mouse, so that a tip of its own would never show: whoever holds it
 * shows the tip, for a menu item the menu. A menu item that is off stays within reach of the arrow keys, since JavaFX
 * passes disabled ones over and nobody without a mouse would learn why. For the FX thread.
 */
public final class Tips {
    private static final String REASON = "innkeeper.reason";
    private static final String OFF = "off";
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

    /**
     * Switches the item off for that reason; null switches it on. While the mouse or the keyboard is on an item that is
     * off, its menu says why; it can be gone to but not chosen.
     */
    public static void explain(MenuItem item, String reason) {
        if (!item.getProperties().containsKey(REASON)) {
            item.parentPopupProperty().addListener((property, before, menu) -> watch(menu));
            watch(item.getParentPopup());
        }
        item.getProperties().put(REASON, reason);
        item.getStyleClass().remove(OFF);
        if (reason != null) {
            item.getStyleClass().add(OFF);
        }
        describe(item);
    }

    /** Tells assistive technology; a menu that was never open has nothing yet that it could ask. */
    private static void describe(MenuItem item) {
        if (item.getStyleableNode() != null && item.getProperties().containsKey(REASON)) {
            item.getStyleableNode().setAccessibleHelp(reason(item));
        }
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

    /** Shows the reason of the item the mouse or the keyboard rests on, and lets none that is off be chosen. */
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
            menu.getScene().addEventFilter(MouseEvent.ANY, this::refuse);
            menu.getScene().addEventFilter(KeyEvent.ANY, this::refuse);
            menu.getScene().focusOwnerProperty().addListener((property, before, node) -> focus(node));
            menu.addEventHandler(
                    WindowEvent.WINDOW_SHOWN, event -> menu.getItems().forEach(Tips::describe));
            menu.showingProperty().addListener(change -> leave());
            rest.setOnFinished(event -> {
                if (menu.isShowing() && over != null) {
                    tip.setText(reason(over));
                    tip.show(menu, x + BESIDE, y + BESIDE);
                }
            });
        }

        private void refuse(MouseEvent event) {
            boolean chooses = event.getEventType() == MouseEvent.MOUSE_PRESSED
                    || event.getEventType() == MouseEvent.MOUSE_RELEASED
                    || event.getEventType() == MouseEvent.MOUSE_CLICKED;
            if (chooses && itemAt(event.getSceneX(), event.getSceneY()) != null) {
                event.consume();
            }
        }

        private void refuse(KeyEvent event) {
            boolean chooses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (chooses && itemOf(menu.getScene().getFocusOwner()) != null) {
                event.consume();
            }
        }

        /** The keyboard has gone there. */
        private void focus(Node node) {
            MenuItem item = itemOf(node);
            if (item != null) {
                Point2D corner = node.localToScreen(node.getLayoutBounds().getMaxX(), 0);
                x = corner.getX() - BESIDE;
                y = corner.getY() - BESIDE;
            }
            enter(item);
        }

        /** The item that is off and shown by that node, or null. */
        private MenuItem itemOf(Node node) {
            return menu.getItems().stream()
                    .filter(item -> node != null && reason(item) != null && item.getStyleableNode() == node)
                    .findFirst()
                    .orElse(null);
        }

        private void moved(MouseEvent event) {
            x = event.getScreenX();
            y = event.getScreenY();
            enter(itemAt(event.getSceneX(), event.getSceneY()));
        }

        private void enter(MenuItem item) {
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
