package org.innkeeper.app.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.innkeeper.app.task.FxThread;

/** A pop-over in the colours of the window it belongs to. For the FX thread. */
public final class Bubble {
    private static final String DARK = "dark";

    private final PopOver popOver;

    public Bubble(Node content) {
        popOver = new PopOver(content);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowSize(9);
        popOver.setCornerRadius(8);
        popOver.getStyleClass().addAll("root", "bubble");
        if (!FxThread.seesThroughWindows()) {
            popOver.setArrowSize(0);
            popOver.setCornerRadius(0);
        }
    }

    /** Whether it goes when the user presses elsewhere, or stays until it is hidden. */
    public void setAutoHide(boolean autoHide) {
        popOver.setAutoHide(autoHide);
    }

    /** Opens above what it explains, its arrow pointing down at it. */
    public void showAbove(Node owner) {
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        dress(owner.getScene());
        popOver.show(owner);
    }

    /**
     * Opens with its arrow pointing at a place on the screen.
     *
     * @param above whether it lies above that place, else below
     */
    public void showAt(Node owner, double x, double y, boolean above) {
        popOver.setArrowLocation(above ? PopOver.ArrowLocation.BOTTOM_CENTER : PopOver.ArrowLocation.TOP_CENTER);
        dress(owner.getScene());
        popOver.show(owner, x, y, Duration.ZERO);
    }

    /** A pop-over has a scene of its own, which knows nothing of the theme. */
    private void dress(Scene window) {
        Parent root = popOver.getRoot();
        root.getStylesheets().removeAll(window.getStylesheets());
        root.getStylesheets().addAll(window.getStylesheets());
        popOver.getStyleClass().remove(DARK);
        if (window.getRoot().getStyleClass().contains(DARK)) {
            popOver.getStyleClass().add(DARK);
        }
    }

    public boolean isShowing() {
        return popOver.isShowing();
    }

    public void hide() {
        popOver.hide();
    }
}
