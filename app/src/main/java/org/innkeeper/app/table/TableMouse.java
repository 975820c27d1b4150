package org.innkeeper.app.table;

import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.innkeeper.app.session.GuestKey;

/** What the mouse does in the table. */
final class TableMouse {
    private final GuestTable table;
    private final Region surface;
    private GuestKey pressed;

    TableMouse(GuestTable table, Region surface) {
        this.table = table;
        this.surface = surface;
    }

    void install() {
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(this::release);
        surface.setOnMouseClicked(this::click);
        surface.setOnMouseMoved(this::hover);
        surface.setOnMouseExited(event -> {
            table.setHoverRow(-1);
            table.card().leave();
        });
        surface.setOnContextMenuRequested(this::contextMenu);
        table.addEventHandler(ScrollEvent.SCROLL, event -> {
            boolean sideways = event.isShiftDown();
            table.card().leave();
            table.scroll()
                    .by(
                            -(sideways ? event.getDeltaX() + event.getDeltaY() : event.getDeltaX()),
                            sideways ? 0 : -event.getDeltaY());
            event.consume();
        });
    }

    private void press(MouseEvent event) {
        table.requestFocus();
        table.card().leave();
        int row = table.scroll().rowAt(event.getY());
        GuestSelection selection = table.selection();
        if (row < 0) {
            if (!event.isShortcutDown() && !event.isShiftDown()) {
                selection.clear();
                table.selectionChanged();
            }
            return;
        }
        GuestKey key = table.rows().get(row).key();
        if (event.getButton() == MouseButton.PRIMARY) {
            if (event.isShiftDown()) {
                selection.extend(table.rows(), row, event.isShortcutDown());
            } else if (event.isShortcutDown()) {
                selection.toggle(key);
            } else if (!selection.contains(key)) {
                selection.only(key);
            } else {
                pressed = key;
                return;
            }
        } else if (event.getButton() == MouseButton.SECONDARY && !selection.contains(key)) {
            selection.only(key);
        } else {
            return;
        }
        table.selectionChanged();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || table.rows().size() == 0) {
            return;
        }
        int row = table.scroll().rowAt(Math.max(0, Math.min(surface.getHeight() - 1, event.getY())));
        if (row < 0 || table.rows().get(row).key().equals(table.selection().focus())) {
            return;
        }
        pressed = null;
        table.selection().extend(table.rows(), row, event.isShortcutDown());
        table.selectionChanged();
        table.scroll().reveal(row);
    }

    /** A click into several selected rows leaves one; a press alone must not, or they could not be acted on together. */
    private void release(MouseEvent event) {
        if (pressed != null && event.isStillSincePress()) {
            table.selection().only(pressed);
            table.selectionChanged();
        }
        pressed = null;
    }

    private void click(MouseEvent event) {
        int row = table.scroll().rowAt(event.getY());
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row >= 0) {
            table.open(table.rows().get(row).key());
        }
    }

    private void hover(MouseEvent event) {
        int row = table.scroll().rowAt(event.getY());
        table.setHoverRow(row);
        int column = table.columns().at(event.getX() + table.scroll().x());
        if (row < 0 || column < 0 || !table.tellsMore(row, column)) {
            table.card().leave();
        } else {
            table.card().enter(table.rows().get(row).key(), table.columns().column(column));
        }
    }

    private void contextMenu(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            table.card().leave();
            table.requestContextMenu(event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }
}
