package org.innkeeper.app.auth;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.session.ForeignPrograms;

/** Shows the programs and keys that a URI from outside names, exactly, and asks whether they may be used. For the FX thread. */
final class ProgramsDialog implements CredentialQuestions.Question<Boolean> {
    private static final double WIDTH = 520;
    private static final double GAP = 12;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType yes;

    ProgramsDialog(AppContext context, String host, String uri, List<ForeignPrograms.Item> items) {
        yes = new ButtonType(context.text("auth.programs.allow"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(context.text("auth.programs.refuse"), ButtonData.CANCEL_CLOSE);
        boolean named = !host.equals(uri);
        dialog.setTitle(
                named ? context.text("auth.programs.title", host) : context.text("auth.programs.title.unnamed"));
        Label asked = line(
                named ? context.text("auth.programs.question", host) : context.text("auth.programs.question.unnamed"));
        asked.getStyleClass().add("title-4");
        VBox lines = new VBox(GAP, new HBox(GAP, Icons.action("mdi2s-shield-alert-outline", 24), asked));
        lines.setPadding(new Insets(20, 20, 8, 20));
        lines.setPrefWidth(WIDTH);
        for (ForeignPrograms.Item item : items) {
            Label value = Exact.label(item.value());
            value.setId("program-" + item.parameter());
            lines.getChildren().add(new VBox(4, line(context.text("auth.programs." + item.use())), value));
        }
        Label whole = Exact.label(uri);
        whole.setId("programs-uri");
        lines.getChildren().add(new VBox(4, line(context.text("auth.programs.uri")), whole));
        lines.getChildren().add(line(context.text("auth.programs.advice")));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("programs");
        pane.getButtonTypes().setAll(yes, no);
        pane.setContent(lines);
        context.appearance().dress(pane.getScene());
        pane.getScene().getStylesheets().add(Exact.STYLES);
        Button agree = (Button) pane.lookupButton(yes);
        agree.setId("programs-yes");
        // Running somebody's program is not what a hasty Enter does.
        agree.setDefaultButton(false);
        pane.lookupButton(no).setId("programs-no");
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    @Override
    public CompletionStage<Boolean> ask() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        dialog.setOnHidden(event -> answer.complete(dialog.getResult() == yes));
        dialog.show();
        dialog.getDialogPane().lookup("#programs-no").requestFocus();
        return answer;
    }

    @Override
    public void close() {
        dialog.close();
    }
}
