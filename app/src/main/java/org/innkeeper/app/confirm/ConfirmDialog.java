package org.innkeeper.app.confirm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.innkeeper.app.context.Appearance;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.settings.Preferences;

/** Asks, and remembers when the user does not want to be asked again. For the FX thread. */
public final class ConfirmDialog {
    private static final double WIDTH = 440;

    /** Longer lists of names would push the buttons off the screen. */
    private static final int LONGEST_LINE = 600;

    private final Texts texts;
    private final Preferences preferences;
    private final Appearance appearance;

    public ConfirmDialog(Texts texts, Preferences preferences, Appearance appearance) {
        this.texts = texts;
        this.preferences = preferences;
        this.appearance = appearance;
    }

    /**
     * Asks, without keeping the caller.
     *
     * @param owner the window it belongs to, or null
     * @return the answer; true at once where the user does not want to be asked
     */
    public CompletionStage<Boolean> ask(Confirmation question, Window owner) {
        if (question.preference() != null && !preferences.asks(question.preference())) {
            return CompletableFuture.completedFuture(true);
        }
        ButtonType yes = new ButtonType(question.confirmLabel(), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.get("confirm.cancel"), ButtonData.CANCEL_CLOSE);
        CheckBox never = new CheckBox(texts.get("confirm.never"));
        never.setId("confirm-never");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(question.title());
        DialogPane pane = dialog.getDialogPane();
        pane.setId("confirm");
        pane.getButtonTypes().setAll(yes, no);
        pane.setContent(content(question, never));
        appearance.dress(pane.getScene());
        // What cannot be undone is never done by a hasty Enter.
        Button doIt = (Button) pane.lookupButton(yes);
        doIt.setDefaultButton(false);
        doIt.setId("confirm-yes");
        doIt.getStyleClass().add("danger");
        pane.lookupButton(no).setId("confirm-no");
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        dialog.setOnHidden(event -> {
            boolean agreed = dialog.getResult() == yes;
            if (agreed && never.isSelected()) {
                preferences.setAsks(question.preference(), false);
            }
            answer.complete(agreed);
        });
        dialog.show();
        pane.lookupButton(no).requestFocus();
        return answer;
    }

    private static VBox content(Confirmation question, CheckBox never) {
        Label asked = line(question.question());
        asked.getStyleClass().add("title-4");
        VBox lines = new VBox(12);
        lines.setPadding(new Insets(20));
        lines.setPrefWidth(WIDTH);
        lines.getChildren().add(new HBox(12, Icons.action("mdi2a-alert-outline", 24), asked));
        question.losses().forEach(loss -> lines.getChildren()
                .add(line(loss.length() <= LONGEST_LINE ? loss : loss.substring(0, LONGEST_LINE) + "…")));
        if (question.preference() != null) {
            lines.getChildren().add(never);
        }
        return lines;
    }

    /** A text that is never cut short. */
    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
