package org.innkeeper.app.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;

/** One question of a host. For the FX thread. */
final class CredentialDialog implements CredentialQuestions.Question<Optional<List<char[]>>> {
    private static final double WIDTH = 440;
    private static final double GAP = 12;

    private final AppContext context;
    private final CredentialRequest request;
    private final List<TextField> fields = new ArrayList<>();
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType yes;

    CredentialDialog(AppContext context, CredentialRequest request) {
        this.context = context;
        this.request = request;
        boolean trust = asksForTrust();
        yes = new ButtonType(context.text(trust ? "auth.trust" : "auth.connect"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(context.text("auth.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.setTitle(context.text(trust ? "auth.trust.title" : "auth.title", request.host()));
        DialogPane pane = dialog.getDialogPane();
        pane.setId("credentials");
        pane.getButtonTypes().setAll(yes, no);
        pane.setContent(trust ? trustQuestion() : credentialFields());
        context.appearance().dress(pane.getScene());
        pane.getScene().getStylesheets().add(Exact.STYLES);
        Button agree = (Button) pane.lookupButton(yes);
        agree.setId("credentials-yes");
        // Trusting a host is not what a hasty Enter does.
        agree.setDefaultButton(!trust);
        pane.lookupButton(no).setId("credentials-no");
    }

    private boolean asksForTrust() {
        return request.credentials().stream().allMatch(c -> c.type() == CredentialType.CONFIRM_HOST);
    }

    /** Shows it; the answer is empty when the user cancelled. */
    @Override
    public CompletionStage<Optional<List<char[]>>> ask() {
        CompletableFuture<Optional<List<char[]>>> answer = new CompletableFuture<>();
        dialog.setOnHidden(event -> {
            answer.complete(dialog.getResult() == yes ? Optional.of(answers()) : Optional.empty());
            fields.forEach(TextField::clear);
        });
        dialog.show();
        if (asksForTrust()) {
            dialog.getDialogPane().lookup("#credentials-no").requestFocus();
        }
        fields.stream().filter(field -> field.getText().isEmpty()).findFirst().ifPresent(Node::requestFocus);
        return answer;
    }

    @Override
    public void close() {
        dialog.close();
    }

    private List<char[]> answers() {
        if (asksForTrust()) {
            return request.credentials().stream().map(c -> "yes".toCharArray()).toList();
        }
        return fields.stream().map(field -> field.getText().toCharArray()).toList();
    }

    private Node trustQuestion() {
        VBox lines = lines("mdi2s-shield-key-outline", context.text("auth.trust.question", request.host()));
        request.credentials().stream()
                .flatMap(credential -> credential.prompt().lines())
                // What is to be compared stands on a line of its own.
                .map(words -> words.indexOf(' ') < 0 ? Exact.label(words) : line(words))
                .forEach(lines.getChildren()::add);
        lines.getChildren().add(line(context.text("auth.trust.advice")));
        return lines;
    }

    private Node credentialFields() {
        VBox lines = lines("mdi2k-key-outline", context.text("auth.question", request.host()));
        if (!request.reason().isEmpty()) {
            Label reason = line(request.reason());
            reason.getStyleClass().add("danger");
            reason.setId("credentials-reason");
            lines.getChildren().add(reason);
        }
        request.credentials().forEach(credential -> lines.getChildren().add(field(credential)));
        return lines;
    }

    private Node field(Credential credential) {
        TextField field = credential.type().secret() ? new PasswordField() : new TextField();
        if (credential.defaultValue() != null) {
            field.setText(credential.defaultValue());
        }
        Label label = line(credential.prompt());
        label.setLabelFor(field);
        field.setAccessibleText(credential.prompt());
        field.setId("credential-" + fields.size());
        fields.add(field);
        // Above each other, since the far end's questions can be long.
        return new VBox(4, label, field);
    }

    private static VBox lines(String icon, String title) {
        Label asked = line(title);
        asked.getStyleClass().add("title-4");
        VBox lines = new VBox(GAP, new HBox(GAP, Icons.action(icon, 24), asked));
        lines.setPadding(new Insets(20, 20, 8, 20));
        lines.setPrefWidth(WIDTH);
        return lines;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
