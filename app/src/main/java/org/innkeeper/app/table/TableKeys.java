package org.innkeeper.app.table;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.innkeeper.app.session.GuestKey;

/** What the keyboard does in the table. */
final class TableKeys {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final GuestTable table;
    private String typed = "";
    private long lastTyped;

    TableKeys(GuestTable table) {
        this.table = table;
    }

    void install() {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
        table.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (typed(event)) {
                event.consume();
            }
        });
    }

    private boolean pressed(KeyEvent event) {
        int rows = table.rows().size();
        if (rows == 0 || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        int focus = table.rows().indexOf(table.selection().focus());
        switch (event.getCode()) {
            case UP -> move(event, focus < 0 ? rows - 1 : focus - 1);
            case DOWN -> move(event, focus + 1);
            case HOME -> move(event, 0);
            case END -> move(event, rows - 1);
            case PAGE_UP -> move(event, focus - table.scroll().pageRows());
            case PAGE_DOWN -> move(event, focus + table.scroll().pageRows());
            case LEFT -> table.scroll().by(-40, 0);
            case RIGHT -> table.scroll().by(40, 0);
            case ENTER -> {
                if (focus < 0) {
                    return false;
                }
                table.open(table.selection().focus());
            }
            case SPACE -> {
                if (focus < 0 || typing()) {
                    return false;
                }
                toggle();
            }
            case ESCAPE -> {
                if (table.selection().isEmpty()) {
                    return false;
                }
                table.selection().clear();
                table.selectionChanged();
            }
            case A -> {
                if (!event.isShortcutDown()) {
                    return false;
                }
                table.selection().all(table.rows());
                table.selectionChanged();
            }
            case CONTEXT_MENU -> contextMenu(focus);
            case F10 -> {
                if (!event.isShiftDown()) {
                    return false;
                }
                contextMenu(focus);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void toggle() {
        table.selection().toggle(table.selection().focus());
        table.selectionChanged();
    }

    private void move(KeyEvent event, int wanted) {
        int row = Math.max(0, Math.min(table.rows().size() - 1, wanted));
        GuestKey key = table.rows().get(row).key();
        if (event.isShiftDown()) {
            table.selection().extend(table.rows(), row, event.isShortcutDown());
        } else if (event.isShortcutDown() && event.getCode() != KeyCode.HOME && event.getCode() != KeyCode.END) {
            table.selection().focus(key);
        } else {
            table.selection().only(key);
        }
        table.selectionChanged();
        table.scroll().reveal(row);
    }

    private void contextMenu(int focus) {
        if (focus >= 0 && !table.selection().contains(table.selection().focus())) {
            table.selection().only(table.selection().focus());
            table.selectionChanged();
        }
        table.scroll().reveal(focus);
        double y = Math.max(0, focus < 0 ? 0 : table.scroll().topOf(focus) + RowPainter.ROW - 6);
        var point = table.surface().localToScreen(40, y);
        table.requestContextMenu(point.getX(), point.getY());
    }

    private boolean typing() {
        return !typed.isEmpty() && System.nanoTime() - lastTyped < PAUSE_NANOS;
    }

    /** Goes to the next guest whose name begins with what was typed. */
    private boolean typed(KeyEvent event) {
        String text = event.getCharacter();
        if (event.isShortcutDown()
                || event.isAltDown()
                || text.isEmpty()
                || text.charAt(0) < ' '
                || text.charAt(0) == 127) {
            return false;
        }
        if (text.equals(" ") && !typing()) {
            return false;
        }
        boolean more = typing();
        typed = (more ? typed : "") + text.toLowerCase(Locale.ROOT);
        lastTyped = System.nanoTime();
        GuestRows rows = table.rows();
        int start = Math.max(0, rows.indexOf(table.selection().focus()));
        for (int i = more ? 0 : 1; i <= rows.size() - (more ? 1 : 0); i++) {
            int row = (start + i) % rows.size();
            if (rows.get(row).name().toLowerCase(Locale.ROOT).startsWith(typed)) {
                table.selection().only(rows.get(row).key());
                table.selectionChanged();
                table.scroll().reveal(row);
                return true;
            }
        }
        return true;
    }
}
