package org.innkeeper.app.problem;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.LinesArea;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.core.error.ErrorInfo;

/** Tells about an error: what failed, on what, why, what to do. For the FX thread. */
public final class ProblemDialog {
    private static final double WIDTH = 520;

    private final TaskDialog dialog;

    public ProblemDialog(AppContext context, ErrorInfo error) {
        ProblemText text = new ProblemText(error, context.texts());
        dialog = new TaskDialog(context, "problem-dialog", context.text("problem.title"));
        Node icon = Icons.action("mdi2a-alert-circle-outline", 28);
        icon.getStyleClass().add("problem-icon");
        VBox words = new VBox(8, label(text.what(), "problem-what"), label(text.why(), "problem-why"));
        if (text.remedy() != null) {
            words.getChildren().add(label(text.remedy(), "problem-remedy"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(16, icon, words);
        top.setAlignment(Pos.TOP_LEFT);
        TextArea details = new LinesArea();
        details.setText(text.details());
        details.setEditable(false);
        details.setWrapText(true);
        details.setPrefRowCount(7);
        details.getStyleClass().add("technical");
        TitledPane more = new TitledPane(context.text("control.details"), details);
        more.setId("details");
        more.setExpanded(false);
        more.setAnimated(false);
        more.expandedProperty().addListener(change -> dialog.fit());
        dialog.content(top, more).closeOnly();
        dialog.aside(context.text("control.copy"), () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text.all());
                    Clipboard.getSystemClipboard().setContent(content);
                    dialog.note(context.text("control.copied"));
                })
                .setId("copy");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    public void show() {
        dialog.showModal();
    }

    public TaskDialog dialog() {
        return dialog;
    }
}
