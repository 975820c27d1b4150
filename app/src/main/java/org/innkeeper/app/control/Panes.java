package org.innkeeper.app.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The parts of a window between which F6 takes the keyboard. For the FX thread. */
public final class Panes {
    private final Supplier<List<Node>> panes;

    /** @param panes in the order in which they are visited; those that are not shown are left out */
    public Panes(Supplier<List<Node>> panes) {
        this.panes = panes;
    }

    /** Gives the keyboard to the next pane, or with -1 to the one before. */
    public void go(int step) {
        List<Node> shown = panes.get().stream().filter(Panes::isShown).toList();
        int at = -1;
        for (int i = 0; i < shown.size(); i++) {
            at = hasFocus(shown.get(i)) ? i : at;
        }
        for (int i = 1; i <= shown.size(); i++) {
            int next = Math.floorMod((at < 0 && step < 0 ? 0 : at) + i * step, shown.size());
            if (focus(shown.get(next))) {
                return;
            }
        }
    }

    private static boolean isShown(Node node) {
        return node.getScene() != null && node.isVisible() && !node.isDisabled();
    }

    private static boolean hasFocus(Node pane) {
        for (Node node = pane.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == pane) {
                return true;
            }
        }
        return false;
    }

    /** Gives the keyboard to the node, or to the first in it that can have it. */
    private static boolean focus(Node node) {
        if (!isShown(node)) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Panes::focus);
    }
}
