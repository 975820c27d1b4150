package org.innkeeper.app.action;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.innkeeper.app.control.Tips;

/** The button of an action with its tip, which is there and says why while the button is off. */
public final class ActionButton extends StackPane {
    private final Button button = new Button();
    private final Tooltip tip = Tips.make();
    private final String what;

    /** @param what the tip while the button is on */
    ActionButton(String what) {
        this.what = what;
        getChildren().add(button);
        Tooltip.install(this, tip);
        setReason(null);
    }

    public Button button() {
        return button;
    }

    /** Shows it with everything around it, or takes it away. */
    public void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    /** Switches it off for that reason; null switches it on. */
    void setReason(String reason) {
        button.setDisable(reason != null);
        button.setAccessibleHelp(reason);
        tip.setText(reason == null ? what : what + "\n" + reason);
    }

    /** What the tip says now. */
    public String tip() {
        return tip.getText();
    }
}
