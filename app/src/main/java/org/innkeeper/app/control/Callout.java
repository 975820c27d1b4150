package org.innkeeper.app.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A few words that must be seen, with an icon that says how serious they are. */
public final class Callout extends HBox {
    /** How serious. */
    public enum Kind {
        NOTE("mdi2i-information-outline"),
        WARNING("mdi2a-alert-outline"),
        PROBLEM("mdi2a-alert-circle-outline");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }
    }

    private final Label text = new Label();

    public Callout(Kind kind, String words) {
        super(8);
        getStyleClass().addAll("callout", "callout-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        setAlignment(Pos.TOP_LEFT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.action(kind.icon, 18), text);
        show(words);
    }

    /** Says something else; null hides it. */
    public void show(String words) {
        text.setText(words == null ? "" : words);
        setVisible(words != null);
        setManaged(words != null);
    }

    public String words() {
        return text.getText();
    }
}
